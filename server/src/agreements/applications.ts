import { standsFor, type Actor, type Role } from '@guanhu/shared/access/access.terms';
import { may, type PatientTies, type Permission } from '@guanhu/shared/access/permissions.rules';
import {
  answeringRole,
  answeringRoles,
  decideFresh,
  mayObject,
  moveByFamily,
  type OfficerTurn,
} from '@guanhu/shared/agreements/application-life.rules';
import type { ApplicationDetail, ApplicationPage } from '@guanhu/shared/agreements/application.contract';
import {
  DEPARTMENT_KEYS,
  DEPARTMENT_ROLES,
  type ApplicationStage,
  type ApplicationState,
  type Department,
} from '@guanhu/shared/agreements/application.terms';
import { findEligibility, type Finding } from '@guanhu/shared/agreements/eligibility.rules';
import { officerInTurn } from '@guanhu/shared/agreements/reminding.rules';
import { decideNoParty } from '@guanhu/shared/agreements/party.rules';
import { addMonths, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { RewardPolicy } from '@guanhu/shared/policy/policy.terms';
import { addWorkingDays } from '@guanhu/shared/policy/working-days.rules';
import { Injectable } from '@nestjs/common';
import { Access, People, Places } from '../access/access.public.ts';
import { Assessments } from '../assessment/assessment.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { Attachments, Lives, Patients } from '../registry/registry.public.ts';
import { lastStopOn, overlapping } from './agreements.store.ts';
import * as store from './application.store.ts';

type Row = ApplicationPage['rows'][number];
type Clocks = RewardPolicy['application'];

export const STAGE_PERMISSIONS = {
  villageReview: 'application:review',
  townshipReview: 'application:conclude',
  countyApproval: 'application:approve',
} as const satisfies Record<ApplicationStage, Permission>;
const CLOCKS = { villageReview: 'villageDays', townshipReview: 'townshipDays', countyApproval: 'countyDays' } as const;

const isStage = (state: ApplicationState): state is ApplicationStage => state in CLOCKS;

/** An application concerns the places it was made in and the guardian whom it is for. */
const tiesOf = (reader: Reader, row: store.ApplicationRow): PatientTies => ({
  countyId: reader.countyId,
  areaPath: row.area_path,
  team: [],
  guardians: [row.guardian_id],
  helpers: [],
});

/** What every act on an application needs to know: who may, by when, what the rules find, and how it is shown. */
@Injectable()
export class Applications {
  readonly #access: Access;
  readonly #patients: Patients;
  readonly #lives: Lives;
  readonly #people: People;
  readonly #places: Places;
  readonly #policies: Policies;
  readonly #assessments: Assessments;
  readonly #attachments: Attachments;
  readonly #vaults: Vaults;
  readonly #clock: Clock;

  constructor(
    access: Access,
    patients: Patients,
    lives: Lives,
    people: People,
    places: Places,
    policies: Policies,
    assessments: Assessments,
    attachments: Attachments,
    vaults: Vaults,
    clock: Clock,
  ) {
    this.#access = access;
    this.#patients = patients;
    this.#lives = lives;
    this.#people = people;
    this.#places = places;
    this.#policies = policies;
    this.#assessments = assessments;
    this.#attachments = attachments;
    this.#vaults = vaults;
    this.#clock = clock;
  }

  /** The application, for whoever holds the permission. @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async readable(
    reader: Reader,
    actor: Actor,
    applicationId: Id,
    permission: Permission = 'application:read',
  ): Promise<store.ApplicationRow> {
    const row = await store.readApplicationRow(reader, applicationId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, permission, tiesOf(reader, row));
    return row;
  }

  /** Nobody decides who is of the family, or acts for somebody who is. @throws Refusal APPLICATION_OWN_PARTY */
  async requireNoParty(reader: Reader, actor: Actor, row: store.ApplicationRow): Promise<void> {
    unwrap(decideNoParty(standsFor(actor), await this.#family(reader, row), 'APPLICATION_OWN_PARTY'));
  }

  /** The application rests on these papers, which must be in the file of this very patient. @throws Refusal INPUT_INVALID, FILE_REMOVED */
  async restOn(tx: Tx, applicationId: Id, patientId: Id, files: readonly Id[]): Promise<void> {
    for (const id of files) {
      const file = await this.#attachments.find(tx, id);
      if (file?.patientId !== patientId || file.removed) throw new Refusal('INPUT_INVALID', ['body.files']);
    }
    await this.#attachments.restOn(tx, applicationId, patientId, files);
  }

  /** The last working day in time of whoever decides in this state; null when nobody does. */
  async dueOn(reader: Reader, patientId: Id, state: ApplicationState): Promise<CalendarDate | null> {
    if (state === 'objected') return this.#in(reader, patientId, 'answerDays');
    return isStage(state) ? this.#in(reader, patientId, CLOCKS[state]) : null;
  }

  /** The last day on which a refusal of today can be objected to. */
  objectUntil(reader: Reader, patientId: Id): Promise<CalendarDate> {
    return this.#in(reader, patientId, 'objectDays');
  }

  /** Who answers an objection: whoever holds the office one level up, never one who decided before or is of the family. */
  officer(reader: Reader, row: store.ApplicationRow, stage: ApplicationStage, besides: readonly Id[]): Promise<Id | null> {
    return this.officerOf(reader, row, { role: answeringRole(stage), turn: 0 }, besides);
  }

  /** Whose turn it is among the holders of an office. */
  async officerOf(reader: Reader, row: store.ApplicationRow, { role, turn }: OfficerTurn, besides: readonly Id[]): Promise<Id | null> {
    const not = new Set([...besides, ...(await this.#family(reader, row))]);
    const holders = await this.#people.holders(reader, [role], row.area_path);
    return officerInTurn([...new Set(holders.map(({ personId }) => personId).filter(id => !not.has(id)))], turn);
  }

  /** Each rule of the policy of the term's first day, with what is on file today. */
  async findings(reader: Reader, row: store.ApplicationRow, stated: store.Statement): Promise<readonly Finding[]> {
    const patientId = row.patient_id;
    const { eligibility, yearStop } = await this.#policies.inForce(reader, 'reward', row.from_on, { patientId });
    const stoppedOn = await lastStopOn(reader, patientId, row.guardian_id);
    const facts = await this.#assessments.rewardFacts(reader, patientId);
    const life = await this.#lives.find(reader, patientId);
    const guardians = await this.#patients.guardians(reader, [patientId]);
    const mine = guardians.find(each => each.personId === row.guardian_id);
    const other = await overlapping(reader, { patientId, from: row.from_on, to: row.to_on, applicationId: row.id });
    return findEligibility(eligibility, {
      ...facts,
      state: life?.state ?? 'merged',
      guardian: mine ? { relation: mine.relation } : null,
      others: guardians.filter(each => each !== mine).map(each => each.relation),
      stated,
      otherAgreement: other ?? null,
      stoppedOn: stoppedOn !== null && addMonths(stoppedOn, yearStop?.againAfterMonths ?? 0) > row.from_on ? stoppedOn : null,
    });
  }

  async rows(reader: Reader, rows: readonly store.ApplicationRow[]): Promise<Row[]> {
    const patients = await this.#patients.names(
      reader,
      rows.map(row => row.patient_id),
    );
    const people = await this.#people.contacts(
      reader,
      rows.map(row => row.guardian_id),
    );
    const areas = new Map((await this.#places.areas(reader)).rows.map(area => [area.areaId, area.name]));
    const today = this.#clock.today();
    return rows.map(row => ({
      applicationId: row.id,
      state: row.state,
      version: row.version,
      patientId: row.patient_id,
      patientName: patients.get(row.patient_id) ?? '',
      guardianId: row.guardian_id,
      guardianName: people.get(row.guardian_id)?.name ?? '',
      villageName: areas.get(row.area_path.at(-1) ?? '') ?? '',
      from: row.from_on,
      to: row.to_on,
      dueOn: row.due_on,
      overdue: row.due_on !== null && today > row.due_on,
      appliedAt: row.created_at.toISOString(),
    }));
  }

  /** The application as `actor` may see it: the family what is decided and why, the offices everything. */
  async detail(reader: Reader, actor: Actor, applicationId: Id): Promise<ApplicationDetail> {
    const row = await this.readable(reader, actor, applicationId);
    const vault = await this.#vaults.of(reader.countyId);
    const [base] = await this.rows(reader, [row]);
    if (!base) throw new Error('an application without its row');
    const stated = await store.readStatement(reader, vault, applicationId);
    const steps = await store.readApplicationSteps(reader, vault, applicationId);
    const isFamily = (await this.#family(reader, row)).some(person => standsFor(actor).includes(person));
    const people = await this.#people.contacts(reader, [...steps.map(step => step.personId), ...(row.officer_id ? [row.officer_id] : [])]);
    const types = await this.#attachments.typesOf(reader, stated.files);
    const name = (id: Id) => people.get(id)?.name ?? '';
    return {
      ...base,
      stated: { livesTogether: stated.livesTogether, reallyCares: stated.reallyCares },
      words: stated.words,
      onBehalf: row.written_by !== null,
      files: stated.files.flatMap(attachmentId => {
        const type = types.get(attachmentId);
        return type === undefined ? [] : [{ attachmentId, type }];
      }),
      findings: isFamily ? [] : [...(await this.findings(reader, row, stated))],
      steps: steps
        .filter(step => !isFamily || step.act !== 'opinion')
        .map(({ id, personId, at, ...step }) => ({ ...step, stepId: id, by: name(personId), at: at.toISOString() })),
      objection:
        row.refused_at === null
          ? null
          : {
              until: row.object_until,
              officer: row.officer_id === null ? null : name(row.officer_id),
              answerDueOn: row.state === 'objected' ? row.due_on : null,
            },
      // Whoever was heard about the application does not thereby read the agreement.
      agreementId: may(actor, 'agreement:read', tiesOf(reader, row)) ? row.agreement_id : null,
      may: this.#may(actor, row, tiesOf(reader, row), steps, isFamily),
    };
  }

  #may(
    actor: Actor,
    row: store.ApplicationRow,
    ties: PatientTies,
    steps: readonly store.ApplicationStep[],
    isFamily: boolean,
  ): ApplicationDetail['may'] {
    const fresh = !isFamily && decideFresh(actor, decidersOf(row, steps)).granted;
    const given = steps.filter(step => step.act === 'opinion' && step.round === row.round);
    const spoken = given.some(step => step.personId === actor.personId);
    const opine =
      row.state === 'townshipReview' && !isFamily && !spoken
        ? departmentsOf(actor, ties.areaPath).filter(department => !given.some(step => step.department === department))
        : [];
    const make = may(actor, 'application:make', ties);
    return {
      decide: fresh && isStage(row.state) && may(actor, STAGE_PERMISSIONS[row.state], ties) ? row.state : null,
      opine: [...opine],
      resubmit: make && moveByFamily(row.state, 'resubmit').granted,
      withdraw: make && moveByFamily(row.state, 'withdraw').granted,
      object: may(actor, 'application:object', ties) && mayObject(row.state, row.object_until, this.#clock.today()),
      answer: fresh && row.state === 'objected' && isAnswering(actor, row, this.#clock.today()),
      draft: row.state === 'approved' && row.agreement_id === null && !isFamily && may(actor, 'agreement:draft', ties),
    };
  }

  async #family(reader: Reader, row: store.ApplicationRow): Promise<Id[]> {
    const guardians = await this.#patients.guardians(reader, [row.patient_id]);
    return [row.guardian_id, ...guardians.map(each => each.personId)];
  }

  async #in(reader: Reader, patientId: Id, clock: Exclude<keyof Clocks, 'renewalRemindDays'>): Promise<CalendarDate> {
    const today = this.#clock.today();
    const { application } = await this.#policies.inForce(reader, 'reward', today, { patientId });
    return addWorkingDays(await this.#policies.inForce(reader, 'calendar', today, 'county'), today, application[clock]);
  }
}

/** The departments for which somebody speaks there by their posts. */
export const departmentsOf = (actor: Actor, areaPath: readonly Id[]): readonly Department[] =>
  DEPARTMENT_KEYS.filter(department =>
    actor.posts.some(post => post.role === DEPARTMENT_ROLES[department] && areaPath.includes(post.areaId)),
  );

/** Whether somebody's post is the one a level above the refusal, or, once that is late, the county's. */
export function isAnswering(actor: Actor, row: store.ApplicationRow, today: CalendarDate): boolean {
  if (row.refused_at === null) return false;
  const roles: readonly Role[] = answeringRoles(row.refused_at, row.due_on, today);
  return actor.posts.some(post => roles.includes(post.role) && row.area_path.includes(post.areaId));
}

/** Whoever decided at a level other than the one that it stands at now. */
export const decidersOf = (row: store.ApplicationRow, steps: readonly store.ApplicationStep[]): Id[] =>
  steps.flatMap(step => (step.act !== 'opinion' && step.stage !== null && step.stage !== row.state ? [step.personId] : []));
