import { createHash } from 'node:crypto';
import type { Actor } from '@guanhu/shared/access/access.terms';
import type { SyncPatientsAnswer, SyncPatientsBody } from '@guanhu/shared/care-team/kept-patients.contract';
import { MOST_KEPT_PATIENTS } from '@guanhu/shared/care-team/kept-patients.rules';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access, People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { Patients } from '../registry/registry.public.ts';
import { readListed, type ListedPatient } from './care-team.store.ts';
import { holdersOf, shownTeam } from './team-shown.ts';
import { Teams } from './teams.ts';

type Kept = SyncPatientsAnswer['changed'][number];

/** What a phone keeps of the reader's own patients: five statements for any number of them, and over the air only what it has not got. */
@Injectable()
export class SyncPatients {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #access: Access;
  readonly #people: People;
  readonly #patients: Patients;
  readonly #teams: Teams;
  readonly #policies: Policies;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    vaults: Vaults,
    access: Access,
    people: People,
    patients: Patients,
    teams: Teams,
    policies: Policies,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#vaults = vaults;
    this.#access = access;
    this.#people = people;
    this.#patients = patients;
    this.#teams = teams;
    this.#policies = policies;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(actor: Actor, known: SyncPatientsBody['known']): Promise<SyncPatientsAnswer> {
    const county = this.#database.county(actor.countyId);
    const { phoneHours: keepHours } = await this.#policies.inForce(county, 'retention', this.#clock.today(), 'county');
    const listed = await readListed(county, await this.#vaults.of(actor.countyId), {
      scope: this.#access.scope(actor, 'patient:read'),
      villageId: null,
      state: null,
      after: null,
      limit: MOST_KEPT_PATIENTS + 1,
      today: this.#clock.today(),
    });
    const tooMany = listed.length > MOST_KEPT_PATIENTS;
    const own = tooMany ? [] : listed;
    const marks = new Map(known.map(({ patientId, mark }) => [patientId, mark]));
    const changed = (await this.#kept(county, own)).filter(({ row, mark }) => marks.get(row.patientId) !== mark);
    // Only what goes out is seen by anybody.
    await this.#audit.read(county, { actor, what: 'phone-sync', patientIds: changed.map(({ row }) => row.patientId) });
    const still = new Set(own.map(({ id }) => id));
    return { changed, gone: known.map(({ patientId }) => patientId).filter(id => !still.has(id)), tooMany, keepHours };
  }

  async #kept(county: Reader, own: readonly ListedPatient[]): Promise<readonly Kept[]> {
    const ids = own.map(({ id }) => id);
    const held = holdersOf(await this.#teams.seats(county, ids), await this.#patients.guardians(county, ids));
    const contacts = await this.#people.contacts(
      county,
      held.map(({ personId }) => personId),
    );
    const around = new Map<Id, typeof held>();
    for (const one of held) around.set(one.patientId, [...(around.get(one.patientId) ?? []), one]);
    return own.map(({ id, name, state, villageId, villageName }) => {
      const row = { patientId: id, name, state, villageId, villageName };
      const team = shownTeam(id, around.get(id) ?? [], contacts);
      return { mark: markOf({ row, team }), row, team };
    });
  }
}

/** The same for the same content: the phone shows it to say what it has. */
const markOf = (content: Omit<Kept, 'mark'>): string => createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
