import type { Actor } from '@guanhu/shared/access/access.terms';
import { TASK_KEYS } from '@guanhu/shared/agenda/task-key.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { decideMark } from '@guanhu/shared/visits/special-period.rules';
import type {
  MarkAnswer,
  MarkBody,
  MyRollCall,
  RollCallBoard,
  RollCallPerson,
  RollCallPersonsPage,
} from '@guanhu/shared/visits/special-period.contract';
import type { RollCallState } from '@guanhu/shared/visits/special-period.terms';
import { Injectable } from '@nestjs/common';
import { Access, People } from '../access/access.public.ts';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type CountyDatabase, type Tx } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { Policies } from '../policy/policy.public.ts';
import { Files, Helpers, openPatientName, Patients } from '../registry/registry.public.ts';
import { PlanRollCall } from './plan-roll-call.ts';
import * as store from './roll-call.store.ts';

/** Whom one person asks after on the phone at most. */
const MINE_MOST = 200;

/** The daily roll-call: who is to be found, who was, and by whom. */
@Injectable()
export class RollCalls {
  readonly #database: Database;
  readonly #access: Access;
  readonly #teams: Teams;
  readonly #people: People;
  readonly #patients: Patients;
  readonly #helpers: Helpers;
  readonly #files: Files;
  readonly #agenda: Agenda;
  readonly #plan: PlanRollCall;
  readonly #policies: Policies;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    access: Access,
    teams: Teams,
    people: People,
    patients: Patients,
    helpers: Helpers,
    files: Files,
    agenda: Agenda,
    plan: PlanRollCall,
    policies: Policies,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#access = access;
    this.#teams = teams;
    this.#people = people;
    this.#patients = patients;
    this.#helpers = helpers;
    this.#files = files;
    this.#agenda = agenda;
    this.#plan = plan;
    this.#policies = policies;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** Numbers by village; nobody is named. */
  async board(actor: Actor, { on = this.#clock.today() }: { on?: CalendarDate | undefined }): Promise<RollCallBoard> {
    const { areas } = this.#access.scope(actor, 'roll-call:count');
    return { on, villages: await store.readVillageCounts(this.#database.county(actor.countyId), on, areas) };
  }

  async persons(
    actor: Actor,
    asked: {
      on?: CalendarDate | undefined;
      villageId?: Id | undefined;
      state?: RollCallState | undefined;
      after?: Id | undefined;
      limit: number;
    },
  ): Promise<RollCallPersonsPage> {
    const county = this.#database.county(actor.countyId);
    const today = this.#clock.today();
    const rows = await store.readCalled(county, {
      day: asked.on ?? today,
      scope: this.#access.scope(actor, 'roll-call:read'),
      today,
      villageId: asked.villageId ?? null,
      state: asked.state ?? null,
      after: asked.after ?? null,
      limit: asked.limit + 1,
    });
    const { shown, last } = pageOf(rows, asked.limit);
    await this.#audit.read(county, { actor, what: 'roll-call', patientIds: shown.map(row => row.id) });
    return { rows: await this.#shown(county, shown, true), next: last?.id ?? null };
  }

  /** Those near the reader today: by a seat on their team, and the family's own. */
  async mine(actor: Actor): Promise<MyRollCall> {
    const county = this.#database.county(actor.countyId);
    const day = this.#clock.today();
    const { seats } = this.#access.scope(actor, 'roll-call:read');
    const scope = { areas: [], seats, guardian: null };
    const persons = await store.readCalled(county, { day, scope, today: day, villageId: null, state: null, after: null, limit: MINE_MOST });
    const [own, helped] = [await this.#patients.wards(county, actor.personId), await this.#helpers.wards(county, actor.personId)];
    const wards = await store.readCalledWards(
      county,
      day,
      [...own, ...helped].map(ward => ward.patientId),
    );
    await this.#audit.read(county, { actor, what: 'roll-call', patientIds: persons.map(row => row.id) });
    const [near] = [...persons, ...wards];
    const policy = await this.#policies.inForce(county, 'specialPeriod', day, near ? { patientId: near.id } : 'county');
    return {
      on: day,
      until: policy.rollCallUntil,
      persons: await this.#shown(county, persons, true),
      wards: await this.#shown(county, wards, false),
    };
  }

  /** @throws Refusal ROLL_CALL_IN_FUTURE, ROLL_CALL_TOO_OLD, ROLL_CALL_NOT_ASKED on a day on which the patient was in no period */
  async mark(tx: Tx, actor: Actor, patientId: Id, { markId, result, at }: MarkBody): Promise<MarkAnswer> {
    const now = this.#clock.now();
    const day = decideMark(new Date(at), now);
    await this.#teams.requireThen(tx, actor, 'roll-call:mark', patientId, day.granted ? day.value : this.#clock.today());
    const on = unwrap(day);
    // Somebody may have been asked after by a file that was merged into this one since.
    if (!(await store.isAsked(tx, await this.#files.lineage(tx, patientId), on))) throw new Refusal('ROLL_CALL_NOT_ASKED');
    const mark = { id: markId, patientId, on, result, at: new Date(at), personId: actor.personId, now };
    if (!(await store.insertMark(tx, mark))) {
      // An id that is taken by another mark tells nothing about that one.
      if (await store.isMade(tx, mark)) return { markId, on };
      throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    }
    await this.#settle(tx, actor, mark);
    await this.#audit.deed(tx, {
      actor,
      act: 'visits:roll-call-marked',
      objectKind: 'roll-call-mark',
      objectId: markId,
      patientId,
      facts: { result, on },
    });
    return { markId, on };
  }

  /** The day's task is done; a mark of another day leaves today's as it is. */
  async #settle(tx: Tx, actor: Actor, { patientId, on, result }: store.NewMark): Promise<void> {
    const today = this.#clock.today();
    if (on !== today)
      return this.#agenda.keepOnly(tx, patientId, 'rollCall', { key: TASK_KEYS.rollCall(patientId, today), doneBy: actor.personId });
    await this.#agenda.keepOnly(tx, patientId, 'rollCall', { key: null, doneBy: actor.personId });
    if (result === 'unreachable') await this.#plan.notReached(tx, patientId);
    else await this.#agenda.cancel(tx, patientId, { kind: 'call', reason: 'rollCallMissing' });
  }

  async #shown(county: CountyDatabase, rows: readonly store.CalledRow[], named: boolean): Promise<RollCallPerson[]> {
    const vault = await this.#vaults.of(county.countyId);
    const contacts = await this.#people.contacts(
      county,
      rows.flatMap(row => row.personId ?? []),
    );
    return rows.map(({ id, name_sealed, villageName, state, result, at, personId }) => ({
      patientId: id,
      patientName: named ? openPatientName(vault, id, name_sealed) : null,
      villageName,
      state,
      mark:
        result === null || at === null
          ? null
          : { result, at: at.toISOString(), by: (personId === null ? undefined : contacts.get(personId)?.name) ?? '' },
    }));
  }
}
