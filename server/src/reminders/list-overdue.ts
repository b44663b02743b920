import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { isConfidential } from '@guanhu/shared/agenda/office.rules';
import { overdueDays } from '@guanhu/shared/agenda/due.rules';
import type { OverdueAnswer } from '@guanhu/shared/reminders/reminders.contract';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Agenda } from '../agenda/agenda.public.ts';
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
  readonly #agenda: Agenda;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, vaults: Vaults, people: People, agenda: Agenda, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#vaults = vaults;
    this.#people = people;
    this.#agenda = agenda;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(actor: Actor): Promise<OverdueAnswer> {
    const county = this.#database.county(actor.countyId);
    const found = await readOverdue(county, standsFor(actor), MOST);
    const confidential = found.flatMap(row => (isConfidential(row.kind) && row.patientId !== null ? [row.patientId] : []));
    const kin = await this.#agenda.kin(county, standsFor(actor), confidential);
    const rows = found.filter(row => !isConfidential(row.kind) || row.patientId === null || !kin.has(row.patientId));
    const vault = await this.#vaults.of(actor.countyId);
    const names = await this.#people.contacts(
      county,
      rows.flatMap(row => row.assigneeId ?? []),
    );
    const today = this.#clock.today();
    const patientsOf = (which: (row: (typeof rows)[number]) => boolean) => [
      ...new Set(rows.flatMap(row => (which(row) && row.patientId !== null ? [row.patientId] : []))),
    ];
    await this.#audit.read(county, { actor, what: 'tasks-overdue', patientIds: patientsOf(row => !isConfidential(row.kind)) });
    // A family is shown who read what of it, and must not learn of this.
    await this.#audit.read(county, { actor, what: 'concern:tasks-overdue', patientIds: patientsOf(row => isConfidential(row.kind)) });
    return {
      rows: rows.map(({ name_sealed, assigneeId, overdueAfter, ...row }) => ({
        ...row,
        patientName:
          row.patientId === null || name_sealed === null
            ? null
            : vault.open({ table: 'patient', row: row.patientId, column: 'name_sealed' }, name_sealed),
        assigneeName: assigneeId === null ? null : (names.get(assigneeId)?.name ?? null),
        overdueDays: overdueDays(overdueAfter, today),
      })),
    };
  }
}
