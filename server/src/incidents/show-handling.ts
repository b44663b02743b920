import type { Actor } from '@guanhu/shared/access/access.terms';
import { proposedRisk } from '@guanhu/shared/incidents/conduct.rules';
import type { HandlingAnswer, HandlingShown } from '@guanhu/shared/incidents/handling.contract';
import { closingMissing, observationOf, recordMissing, stepsOf } from '@guanhu/shared/incidents/handling.rules';
import { CLOSING_PART_KEYS } from '@guanhu/shared/incidents/handling.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { People, Places, type Contact } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import { Patients } from '../registry/registry.public.ts';
import * as store from './handling.store.ts';
import { Handlings, type InHand } from './handlings.ts';

/** The joint handling of an incident, as the staff around the patient see it. */
@Injectable()
export class ShowHandling {
  readonly #database: Database;
  readonly #handlings: Handlings;
  readonly #patients: Patients;
  readonly #places: Places;
  readonly #people: People;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    handlings: Handlings,
    patients: Patients,
    places: Places,
    people: People,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#handlings = handlings;
    this.#patients = patients;
    this.#places = places;
    this.#people = people;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(actor: Actor, incidentId: Id): Promise<HandlingAnswer> {
    const county = this.#database.county(actor.countyId);
    const inHand = await this.#handlings.inHand(county, actor, 'handling:read', incidentId);
    await this.#audit.read(county, { actor, what: 'handling', patientIds: [inHand.incident.patientId] });
    return this.view(county, inHand);
  }

  async view(reader: Reader, { incident, parts, mayWaivePolice, policy }: InHand): Promise<HandlingAnswer> {
    const vault = await this.#vaults.of(reader.countyId);
    const { patientId } = incident;
    const patient = await this.#patients.find(reader, patientId);
    if (!patient) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const { rows: areas } = await this.#places.areas(reader);
    const row = await store.readHandlingRow(reader, incident.id);
    const entries = row ? await store.readEntries(reader, vault, row.id) : [];
    const conduct = await store.readConduct(reader, vault, incident.id);
    const persons = [...entries.map(entry => entry.by), row?.doctorBy, row?.policeBy, conduct?.by].flatMap(id => id ?? []);
    const people = await this.#people.contacts(reader, persons);
    return {
      incidentId: incident.id,
      patientId,
      patientName: patient.name,
      villageName: areas.find(area => area.areaId === patient.villageId)?.name ?? '',
      kind: incident.kind,
      reportedAt: incident.reportedAt.toISOString(),
      handling: row ? this.#shown(row, entries, people, { incident, policy }) : null,
      conduct: conduct
        ? {
            conduct: conduct.conduct,
            times: conduct.times,
            as: conduct.as,
            byName: nameOf(people, conduct.by),
            at: conduct.at.toISOString(),
            reason: conduct.reason,
            risk: conduct.risk,
            proposedRisk: proposedRisk(conduct.conduct, await store.readRisk(reader, patientId)),
          }
        : null,
      mayActAs: [...parts],
      mayWaivePolice,
    };
  }

  #shown(
    row: store.HandlingRow,
    entries: readonly store.EntryRow[],
    people: ReadonlyMap<Id, Contact>,
    { incident, policy }: Pick<InHand, 'incident' | 'policy'>,
  ): HandlingShown {
    const observation = observationOf(entries, policy);
    return {
      state: row.state,
      version: row.version,
      begunAt: row.begunAt.toISOString(),
      recordDueAt: row.recordDueAt.toISOString(),
      recordDoneAt: row.recordDoneAt?.toISOString() ?? null,
      recordMissing: [...recordMissing(entries)],
      missing: [...closingMissing(entries, policy)],
      steps: stepsOf(entries, policy, incident.reportedAt, this.#clock.now()).map(({ step, owner, dueAt, state, said, late }) => ({
        step,
        owner,
        dueAt: dueAt.toISOString(),
        state,
        at: said?.at.toISOString() ?? null,
        byName: said ? nameOf(people, said.by) : null,
        late,
      })),
      observation: { ...observation, nextAt: observation.nextAt?.toISOString() ?? null },
      given: CLOSING_PART_KEYS.flatMap(part => {
        const [by, at] = part === 'doctor' ? [row.doctorBy, row.doctorAt] : [row.policeBy, row.policeAt];
        return by === null || at === null ? [] : [{ part, byName: nameOf(people, by), at: at.toISOString() }];
      }),
      timeline: entries.map(entry => ({
        entryId: entry.id,
        at: entry.at.toISOString(),
        recordedAt: entry.recordedAt.toISOString(),
        byName: nameOf(people, entry.by),
        what: entry.what,
        corrects: entry.corrects,
        correctedBy: entries.find(one => one.corrects === entry.id)?.id ?? null,
      })),
    };
  }
}

const nameOf = (people: ReadonlyMap<Id, Contact>, id: Id): string => people.get(id)?.name ?? '';
