import type { Actor } from '@guanhu/shared/access/access.terms';
import type { EntriesPage, EntryRecordedAnswer, RecordEntryBody } from '@guanhu/shared/exchange/exchange.contract';
import { SYSTEMS, type OutsideSystem } from '@guanhu/shared/exchange/exchange.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { Patients } from '../registry/registry.public.ts';
import { insertEntry, readEntries } from './entry.store.ts';
import { readPersons } from './row.store.ts';
import { Rounds } from './rounds.ts';

/** Whether each patient is entered in the systems of the nation and of the police. */
@Injectable()
export class SystemEntries {
  readonly #database: Database;
  readonly #access: Access;
  readonly #patients: Patients;
  readonly #rounds: Rounds;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, access: Access, patients: Patients, rounds: Rounds, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#access = access;
    this.#patients = patients;
    this.#rounds = rounds;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async list(actor: Actor, query: { system: OutsideSystem; after?: Id | undefined; limit: number }): Promise<EntriesPage> {
    const county = this.#database.county(actor.countyId);
    const { areas } = this.#access.scope(actor, 'exchange:enter');
    const rows = await readEntries(county, { areas, system: query.system, after: query.after ?? null, limit: query.limit + 1 });
    const { shown, last } = pageOf(rows, query.limit);
    const patientIds = shown.map(row => row.patientId);
    const persons = await readPersons(county, await this.#vaults.of(actor.countyId), patientIds);
    await this.#audit.read(county, { actor, what: 'system-entries', patientIds });
    return {
      rows: shown.flatMap(({ patientId, state, on }) => {
        const patient = persons.get(patientId);
        return patient ? [{ patient, state, on }] : [];
      }),
      next: last?.patientId ?? null,
    };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, EXCHANGE_NOT_YOUR_DEPARTMENT, INPUT_INVALID for a day to come or an id that is taken */
  async record(tx: Tx, actor: Actor, { entryId, patientId, system, state, on }: RecordEntryBody): Promise<EntryRecordedAnswer> {
    const areaPath = await this.#patients.areaPath(tx, patientId);
    if (!areaPath) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, 'exchange:enter', { countyId: tx.countyId, areaPath });
    this.#rounds.requireDepartment(actor, { areaPath }, SYSTEMS[system].department);
    if (on > this.#clock.today()) throw new Refusal('INPUT_INVALID', ['body.on']);
    const entry = { id: entryId, patientId, system, state, on, by: actor.personId, now: this.#clock.now() };
    if (!(await insertEntry(tx, entry))) throw new Refusal('INPUT_INVALID', ['body.entryId']);
    await this.#audit.deed(tx, {
      actor,
      act: 'exchange:system-entry',
      objectKind: 'system-entry',
      objectId: entryId,
      patientId,
      facts: { system, state },
    });
    return { entryId, state };
  }
}
