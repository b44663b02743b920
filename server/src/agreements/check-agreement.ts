import type { AgreementChecked, CheckAgreementBody } from '@guanhu/shared/agreements/agreements.contract';
import { countyOfNumber } from '@guanhu/shared/agreements/agreement-number.rules';
import { Injectable } from '@nestjs/common';
import { Counties, RateLimits } from '../access/access.public.ts';
import { Database } from '../platform/database/database.ts';
import { isGenuine } from './agreements.store.ts';

/** Enough for somebody with a pile of papers, too slow for guessing. */
const ALLOWANCE = { burst: 20, everySeconds: 15 };

/** Whether a printed agreement is one that both sides signed. The answer is yes or no to anybody: it says nothing of who, how long or how it went. */
@Injectable()
export class CheckAgreement {
  readonly #counties: Counties;
  readonly #database: Database;
  readonly #limits: RateLimits;

  constructor(counties: Counties, database: Database, limits: RateLimits) {
    this.#counties = counties;
    this.#database = database;
    this.#limits = limits;
  }

  /** @throws Refusal RATE_LIMITED */
  async run(ip: string, { number, digest }: CheckAgreementBody): Promise<AgreementChecked> {
    this.#limits.take(`agreement-check:${ip}`, ALLOWANCE);
    const counties = (await this.#counties.all()).filter(county => county.area_code.slice(0, 6) === countyOfNumber(number));
    for (const county of counties) if (await isGenuine(this.#database.county(county.id), number, digest)) return { genuine: true };
    return { genuine: false };
  }
}
