import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { may, type PatientTies, type Permission } from '@guanhu/shared/access/permissions.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { addWorkingDays } from '@guanhu/shared/policy/working-days.rules';
import { decideObjecting, isOfReliefOffice, moveRelief, workingDaysOf } from '@guanhu/shared/relief/relief-life.rules';
import type { ReliefDetail, ReliefPage } from '@guanhu/shared/relief/relief.contract';
import type { ReliefAct, ReliefState } from '@guanhu/shared/relief/relief.terms';
import { Injectable } from '@nestjs/common';
import { People, Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import type { Said } from '../platform/files/voice-note.ts';
import { Policies } from '../policy/policy.public.ts';
import { Patients } from '../registry/registry.public.ts';
import { readGrants } from './ledger.store.ts';
import { shownGrant } from './outlooks.ts';
import * as store from './relief.store.ts';
import { TellOfRelief } from './tell-of-relief.ts';

type Row = ReliefPage['rows'][number];

/** What every act on an application needs: who may, by when, how it is recorded and how it is shown. */
@Injectable()
export class Reliefs {
  readonly #teams: Teams;
  readonly #patients: Patients;
  readonly #people: People;
  readonly #places: Places;
  readonly #policies: Policies;
  readonly #tell: TellOfRelief;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    teams: Teams,
    patients: Patients,
    people: People,
    places: Places,
    policies: Policies,
    tell: TellOfRelief,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#teams = teams;
    this.#patients = patients;
    this.#people = people;
    this.#places = places;
    this.#policies = policies;
    this.#tell = tell;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** The application and who stands around its patient, for whoever may do this. @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async require(reader: Reader, actor: Actor, permission: Permission, id: Id): Promise<{ row: store.ReliefRow; ties: PatientTies }> {
    const row = await store.readReliefRow(reader, id);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return { row, ties: await this.#teams.requireFor(reader, actor, permission, row.patient_id) };
  }

  /** The last working day in time of an application in this state, under the policy that it was made under; null when nobody acts. */
  async dueOn(
    reader: Reader,
    row: Pick<store.ReliefRow, 'benefit' | 'fast' | 'policy_seq'>,
    state: ReliefState,
  ): Promise<CalendarDate | null> {
    const policy = await this.#policyOf(reader, row.policy_seq);
    const days = workingDaysOf(state, row.fast, policy, policy.benefits[row.benefit]);
    return days === null ? null : this.#inWorkingDays(reader, days);
  }

  /** The last day on which a refusal of today can be objected to. */
  async objectUntil(reader: Reader, { policy_seq }: Pick<store.ReliefRow, 'policy_seq'>): Promise<CalendarDate> {
    return this.#inWorkingDays(reader, (await this.#policyOf(reader, policy_seq)).objectDays);
  }

  /** Writes down what happened to the application that was in this state, tells whoever has to know, and shows it. */
  async record(
    tx: Tx,
    actor: Actor,
    { id, state: from }: Pick<store.ReliefRow, 'id'> & { readonly state: ReliefState | null },
    act: ReliefAct,
    { words = null, voice = null, at = this.#clock.now() }: Partial<Said> & { readonly at?: Date } = {},
  ): Promise<ReliefDetail> {
    const step = { act, personId: actor.personId, words, voice, at };
    await store.insertReliefStep(tx, await this.#vaults.of(tx.countyId), id, step);
    const row = await store.readReliefRow(tx, id);
    if (!row) throw new Error('an application that is not there');
    await this.#audit.deed(tx, {
      actor,
      act: `relief:${act}`,
      objectKind: 'relief-application',
      objectId: id,
      patientId: row.patient_id,
      facts: { benefit: row.benefit, state: row.state },
    });
    if (row.state !== from) await this.#tell.moved(tx, row, actor.personId);
    return this.detail(tx, actor, row);
  }

  async rows(reader: Reader, rows: readonly store.ReliefRow[]): Promise<Row[]> {
    const names = await this.#patients.names(
      reader,
      rows.map(row => row.patient_id),
    );
    const areas = new Map((await this.#places.areas(reader)).rows.map(area => [area.areaId, area.name]));
    const today = this.#clock.today();
    return rows.map(row => ({
      reliefId: row.id,
      patientId: row.patient_id,
      patientName: names.get(row.patient_id) ?? '',
      villageName: areas.get(row.village_id) ?? '',
      benefit: row.benefit,
      state: row.state,
      office: row.office,
      fast: row.fast,
      dueOn: row.due_on,
      overdue: row.due_on !== null && today > row.due_on,
      appliedAt: row.created_at.toISOString(),
      version: row.version,
    }));
  }

  async detail(reader: Reader, actor: Actor, row: store.ReliefRow): Promise<ReliefDetail> {
    const ties = await this.#teams.requireFor(reader, actor, 'relief:read', row.patient_id);
    const [base] = await this.rows(reader, [row]);
    if (!base) throw new Error('an application without its row');
    const steps = await store.readReliefSteps(reader, await this.#vaults.of(reader.countyId), row.id);
    const people = await this.#people.contacts(
      reader,
      steps.map(step => step.personId),
    );
    const today = this.#clock.today();
    const grant = (await readGrants(reader, row.patient_id)).find(one => one.relief_id === row.id);
    const allowed = (permission: Permission) => may(actor, permission, ties);
    return {
      ...base,
      papers: row.asked.map(name => ({ name, handedIn: row.handed_in.includes(name) })),
      steps: steps.map(({ id, personId, at, ...step }) => ({
        ...step,
        stepId: id,
        by: people.get(personId)?.name ?? '',
        at: at.toISOString(),
      })),
      objectUntil: row.object_until,
      termMonths: (await this.#policyOf(reader, row.policy_seq)).benefits[row.benefit].termMonths ?? null,
      grant: grant === undefined ? null : shownGrant(grant, today),
      may: {
        handle: allowed('relief:handle') && moveRelief(row.state, 'papers').granted,
        result: allowed('relief:decide') && isOfReliefOffice(actor, row.office, ties.areaPath) && moveRelief(row.state, 'grant').granted,
        withdraw: allowed('relief:apply') && moveRelief(row.state, 'withdraw').granted,
        object: allowed('relief:object') && decideObjecting(row.state, row.object_until, today).granted,
        answer:
          allowed('relief:answer') && moveRelief(row.state, 'uphold').granted && !standsFor(actor).some(one => one === row.decided_by),
      },
    };
  }

  async #policyOf(reader: Reader, seq: number) {
    const version = await this.#policies.numbered(reader, 'relief', seq);
    if (!version) throw new Error('a policy that an application was made under is gone');
    return version.policy;
  }

  async #inWorkingDays(reader: Reader, days: number): Promise<CalendarDate> {
    const today = this.#clock.today();
    return addWorkingDays(await this.#policies.inForce(reader, 'calendar', today, 'county'), today, days);
  }
}
