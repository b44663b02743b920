import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { overdueDays } from '@guanhu/shared/agenda/due.rules';
import type { OverdueAnswer } from '@guanhu/shared/reminders/reminders.contract';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { readOverdue } from './overdue.store.ts';

/** More than this is a list nobody works off; the longest overdue come first. */
const MOST = 100;

/** What others have not done, for whoever was told of it for that reason. */
@Injectable()
export class ListOverdue {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #people: People;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, vaults: Vaults, people: People, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#vaults = vaults;
    this.#people = people;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(actor: Actor): Promise<OverdueAnswer> {
    const county = this.#database.county(actor.countyId);
    const rows = await readOverdue(county, standsFor(actor), MOST);
    const vault = await this.#vaults.of(actor.countyId);
    const names = await this.#people.contacts(
      county,
      rows.flatMap(row => row.assigneeId ?? []),
    );
    const today = this.#clock.today();
    await this.#audit.read(county, { actor, what: 'tasks-overdue', patientIds: [...new Set(rows.map(row => row.patientId))] });
    return {
      rows: rows.map(({ name_sealed, assigneeId, overdueAfter, ...row }) => ({
        ...row,
        patientName: vault.open({ table: 'patient', row: row.patientId, column: 'name_sealed' }, name_sealed),
        assigneeName: assigneeId === null ? null : (names.get(assigneeId)?.name ?? null),
        overdueDays: overdueDays(overdueAfter, today),
      })),
    };
  }
}
