import type { Actor } from '@guanhu/shared/access/access.terms';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import type { CountyId } from '@guanhu/shared/kernel/ids';
import { RETENTION_KEYS } from '@guanhu/shared/policy/policy.terms';
import type { RetentionAnswer } from '@guanhu/shared/rights/retention.contract';
import { RETAINED, type Retained } from '@guanhu/shared/rights/retention.terms';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Cron } from '../platform/cron.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { Files } from '../registry/registry.public.ts';
import { countDue, eraseDue, insertErasure, readLastErasures } from './retention.store.ts';

const isErased = (kind: Retained): kind is (typeof RETENTION_KEYS)[number] => RETENTION_KEYS.some(key => key === kind);

/** Erases what has been kept long enough, every night, and says beforehand what that would be. */
@Injectable()
export class Retention implements OnModuleInit {
  readonly #database: Database;
  readonly #access: Access;
  readonly #policies: Policies;
  readonly #files: Files;
  readonly #audit: Audit;
  readonly #clock: Clock;
  readonly #cron: Cron;

  constructor(database: Database, access: Access, policies: Policies, files: Files, audit: Audit, clock: Clock, cron: Cron) {
    this.#database = database;
    this.#access = access;
    this.#policies = policies;
    this.#files = files;
    this.#audit = audit;
    this.#clock = clock;
    this.#cron = cron;
  }

  onModuleInit(): void {
    // 03:20 in China.
    this.#cron.every('20 19 * * *', 'erase-what-is-due', countyId => this.run(countyId));
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async look(actor: Actor): Promise<RetentionAnswer> {
    const county = this.#database.county(actor.countyId);
    await this.#access.requireInCounty(county, actor, 'retention:read');
    const keepDays = await this.#keepDays(county);
    const last = new Map((await readLastErasures(county)).map(({ kind, at, rows }) => [kind, { at: at.toISOString(), rows }]));
    const rows: RetentionAnswer['rows'] = [];
    for (const kind of Object.keys(RETAINED) as Retained[]) {
      if (!isErased(kind)) rows.push({ kind, keepDays: null, before: null, due: 0, lastErased: null });
      else {
        const before = addDays(this.#clock.today(), -keepDays[kind]);
        const due = kind === 'unconfirmed' ? await this.#files.countUnconfirmed(county, before) : await countDue(county, kind, before);
        rows.push({ kind, keepDays: keepDays[kind], before, due, lastErased: last.get(kind) ?? null });
      }
    }
    return { rows };
  }

  /** One transaction a kind: a kind that fails leaves the others erased. Safe to repeat. */
  async run(countyId: CountyId): Promise<void> {
    const county = this.#database.county(countyId);
    const keepDays = await this.#keepDays(county);
    for (const kind of RETENTION_KEYS) {
      const before = addDays(this.#clock.today(), -keepDays[kind]);
      await county.inTransaction(async tx => {
        const rows = kind === 'unconfirmed' ? await this.#files.forgetUnconfirmed(tx, before) : await eraseDue(tx, kind, before);
        if (rows === 0) return;
        const objectId = await insertErasure(tx, { kind, before, rows, at: this.#clock.now() });
        await this.#audit.deed(tx, {
          actor: 'system',
          act: 'rights:erased',
          objectKind: 'erasure',
          objectId,
          facts: { kind, before, rows },
        });
      });
    }
  }

  async #keepDays(reader: Reader) {
    return (await this.#policies.inForce(reader, 'retention', this.#clock.today(), 'county')).keepDays;
  }
}
