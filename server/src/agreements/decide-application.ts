import type { Actor } from '@guanhu/shared/access/access.terms';
import type {
  AnswerObjectionBody,
  ApplicationDetail,
  DepartmentOpinionBody,
  ObjectBody,
  StageBody,
} from '@guanhu/shared/agreements/application.contract';
import { decideAnswer, decideFresh, decideObjection, decideOpinion, decideStage } from '@guanhu/shared/agreements/application-life.rules';
import { DEPARTMENT_KEYS, type ApplicationAct, type ApplicationStage, type Department } from '@guanhu/shared/agreements/application.terms';
import { isDoubtful, type Finding } from '@guanhu/shared/agreements/eligibility.rules';
import { dayOf } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { actedAt } from '@guanhu/shared/kernel/phone-clock';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { saidIn } from '../platform/files/voice-note.ts';
import * as store from './application.store.ts';
import { Applications, decidersOf, departmentsOf, isAnswering, STAGE_PERMISSIONS } from './applications.ts';
import { newsOf } from './make-application.ts';
import { TellOfApplication } from './tell-of-application.ts';

const ACTS = { agree: 'agreed', return: 'returned', refuse: 'refused' } as const;

type Step = Pick<store.ApplicationStep, 'act'> &
  Partial<Pick<store.NewApplicationStep, 'stage' | 'department' | 'stand' | 'words' | 'voice' | 'at'>>;

/** The three levels decide, the departments give opinions, a refusal is objected to and answered. */
@Injectable()
export class DecideApplication {
  readonly #applications: Applications;
  readonly #tell: TellOfApplication;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(applications: Applications, tell: TellOfApplication, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#applications = applications;
    this.#tell = tell;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** One level decides. What the rules found then is kept with the decision. */
  async stage(tx: Tx, actor: Actor, applicationId: Id, stage: ApplicationStage, body: StageBody): Promise<ApplicationDetail> {
    const { row, steps } = await this.#locked(tx, actor, applicationId, STAGE_PERMISSIONS[stage]);
    await this.#applications.requireNoParty(tx, actor, row);
    const stated = await store.readStatement(tx, await this.#vaults.of(tx.countyId), applicationId);
    const findings = await this.#applications.findings(tx, row, stated);
    const opinions = opinionsOf(row, steps);
    const { outcome, words } = body;
    const state = unwrap(decideStage({ state: row.state, stage, outcome, words, doubtful: isDoubtful(findings), opinions }));
    unwrap(decideFresh(actor, decidersOf(row, steps)));
    const refused = state === 'refused';
    await store.moveApplicationRow(tx, row, body.version, {
      state,
      dueOn: await this.#applications.dueOn(tx, row.patient_id, state),
      refusedAt: refused ? stage : null,
      objectUntil: refused ? await this.#applications.objectUntil(tx, row.patient_id) : null,
      // Who would answer is named with the refusal.
      officerId: refused ? await this.#applications.officer(tx, row, stage, [actor.personId, ...decidersOf(row, steps)]) : null,
    });
    return this.#record(tx, actor, row, { act: ACTS[outcome], stage, words: words ?? null }, findings);
  }

  async opinion(tx: Tx, actor: Actor, applicationId: Id, body: DepartmentOpinionBody): Promise<ApplicationDetail> {
    const { row, steps } = await this.#locked(tx, actor, applicationId, 'application:opine');
    await this.#applications.requireNoParty(tx, actor, row);
    const { department, stand, words } = body;
    if (!departmentsOf(actor, row.area_path).includes(department)) throw new Refusal('APPLICATION_NOT_YOUR_DEPARTMENT');
    const given = opinionsOf(row, steps);
    unwrap(decideOpinion(row.state, department, actor.personId, given));
    if (stand === 'disagree' && words === undefined) throw new Refusal('APPLICATION_NEEDS_WORDS');
    await store.moveApplicationRow(tx, row, body.version, { state: row.state, dueOn: row.due_on });
    const all = DEPARTMENT_KEYS.every(each => each === department || given.some(one => one.department === each));
    await this.#tell.heard(tx, { ...newsOf(row), version: row.version + 1 }, department, actor.personId, all);
    return this.#keep(tx, actor, row, { act: 'opinion', department, stand, words: words ?? null }, null);
  }

  async object(tx: Tx, actor: Actor, applicationId: Id, body: ObjectBody): Promise<ApplicationDetail> {
    const { row, steps } = await this.#locked(tx, actor, applicationId, 'application:object');
    const at = actedAt(body.tappedAt, this.#clock.now(), steps.at(-1)?.at);
    const state = unwrap(decideObjection(row.state, row.object_until, dayOf(at)));
    const officerId = row.refused_at && (await this.#applications.officer(tx, row, row.refused_at, decidersOf(row, steps)));
    await store.moveApplicationRow(tx, row, body.version, {
      state,
      dueOn: await this.#applications.dueOn(tx, row.patient_id, state),
      officerId,
    });
    return this.#record(tx, actor, row, { act: 'objected', at, ...saidIn(body) }, null);
  }

  async answer(tx: Tx, actor: Actor, applicationId: Id, body: AnswerObjectionBody): Promise<ApplicationDetail> {
    const { row, steps } = await this.#locked(tx, actor, applicationId, 'application:answer');
    await this.#applications.requireNoParty(tx, actor, row);
    if (row.state !== 'objected' || row.refused_at === null) throw new Refusal('APPLICATION_MOVE_NOT_ALLOWED');
    if (!isAnswering(actor, row, this.#clock.today())) throw new Refusal('APPLICATION_NOT_YOUR_LEVEL');
    const state = unwrap(decideAnswer(row.state, row.refused_at, body.outcome));
    unwrap(decideFresh(actor, decidersOf(row, steps)));
    await store.moveApplicationRow(tx, row, body.version, { state, dueOn: await this.#applications.dueOn(tx, row.patient_id, state) });
    const act = body.outcome === 'uphold' ? 'upheld' : 'overturned';
    return this.#record(tx, actor, row, { act, stage: row.refused_at, words: body.words }, null);
  }

  async #locked(tx: Tx, actor: Actor, applicationId: Id, permission: Parameters<Applications['readable']>[3]) {
    await this.#applications.readable(tx, actor, applicationId, permission);
    const row = await store.lockApplication(tx, applicationId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return { row, steps: await store.readApplicationSteps(tx, await this.#vaults.of(tx.countyId), applicationId) };
  }

  async #record(
    tx: Tx,
    actor: Actor,
    row: store.ApplicationRow,
    step: Step,
    findings: readonly Finding[] | null,
  ): Promise<ApplicationDetail> {
    const moved = await store.readApplicationRow(tx, row.id);
    if (!moved) throw new Error('an application that is not there');
    await this.#tell.moved(tx, newsOf(moved), actor.personId);
    return this.#keep(tx, actor, row, step, findings);
  }

  async #keep(
    tx: Tx,
    actor: Actor,
    row: store.ApplicationRow,
    step: Step,
    findings: readonly Finding[] | null,
  ): Promise<ApplicationDetail> {
    const whole = {
      stage: null,
      department: null,
      stand: null,
      words: null,
      voice: null,
      at: this.#clock.now(),
      ...step,
      personId: actor.personId,
      round: row.round,
    };
    await store.insertApplicationStep(tx, await this.#vaults.of(tx.countyId), row.id, whole, findings);
    const act: ApplicationAct = step.act;
    await this.#audit.deed(tx, {
      actor,
      act: `applications:${act}`,
      objectKind: 'reward-application',
      objectId: row.id,
      patientId: row.patient_id,
      facts: { stage: whole.stage, department: whole.department, stand: whole.stand },
    });
    return this.#applications.detail(tx, actor, row.id);
  }
}

/** The departments' opinions of this round. */
function opinionsOf(row: store.ApplicationRow, steps: readonly store.ApplicationStep[]) {
  const given: { department: Department; stand: 'agree' | 'disagree'; personId: Id }[] = [];
  for (const { act, round, department, stand, personId } of steps)
    if (act === 'opinion' && round === row.round && department && stand) given.push({ department, stand, personId });
  return given;
}
