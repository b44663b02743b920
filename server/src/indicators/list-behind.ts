import type { Actor } from '@guanhu/shared/access/access.terms';
import type { BehindPage } from '@guanhu/shared/indicators/indicators.contract';
import type { IndicatorQuestion } from '@guanhu/shared/indicators/indicators.terms';
import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { openPatientName } from '../registry/registry.public.ts';
import { readBehind, type BehindSide } from './behind.store.ts';

type Asked = { areaId: Id; question: IndicatorQuestion; side: BehindSide; after?: Id | undefined; limit: number };

/** The list behind a number: those of its people whom the reader may see, as they are now. Who reads it is noted. */
@Injectable()
export class ListBehind {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #access: Access;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, vaults: Vaults, access: Access, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#vaults = vaults;
    this.#access = access;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(actor: Actor, { areaId, question, side, after, limit }: Asked): Promise<BehindPage> {
    const county = this.#database.county(actor.countyId);
    const vault = await this.#vaults.of(actor.countyId);
    const today = this.#clock.today();
    const scope = this.#access.scope(actor, 'patient:read');
    const newYear = calendarDate(`${today.slice(0, 4)}-01-01`);
    const rows = await readBehind(county, { areaId, question, side, newYear, today, scope, after: after ?? null, limit: limit + 1 });
    const { shown, last } = pageOf(rows, limit);
    await this.#audit.read(county, { actor, what: 'indicator-list', patientIds: shown.map(row => row.id) });
    return {
      rows: shown.map(({ id, state, villageName, nameSealed }) => ({
        patientId: id,
        patientName: openPatientName(vault, id, nameSealed),
        villageName,
        state,
      })),
      next: last?.id ?? null,
    };
  }
}
