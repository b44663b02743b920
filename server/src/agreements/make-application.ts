import type { Actor } from '@guanhu/shared/access/access.terms';
import type { ApplicationDetail, MakeApplicationBody, ResubmitBody, WithdrawBody } from '@guanhu/shared/agreements/application.contract';
import { moveByFamily } from '@guanhu/shared/agreements/application-life.rules';
import type { ApplicationAct } from '@guanhu/shared/agreements/application.terms';
import { decideTerm } from '@guanhu/shared/agreements/term.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { actedAt } from '@guanhu/shared/kernel/phone-clock';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { saidIn, type Said } from '../platform/files/voice-note.ts';
import { Policies } from '../policy/policy.public.ts';
import { Patients } from '../registry/registry.public.ts';
import * as store from './application.store.ts';
import { Applications } from './applications.ts';
import { TellOfApplication } from './tell-of-application.ts';

/** A family applies, completes what was sent back, or takes its application back; somebody of the village or the office may write it down. */
@Injectable()
export class MakeApplication {
  readonly #applications: Applications;
  readonly #teams: Teams;
  readonly #patients: Patients;
  readonly #policies: Policies;
  readonly #tell: TellOfApplication;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    applications: Applications,
    teams: Teams,
    patients: Patients,
    policies: Policies,
    tell: TellOfApplication,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#applications = applications;
    this.#teams = teams;
    this.#patients = patients;
    this.#policies = policies;
    this.#tell = tell;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal AGREEMENT_NEEDS_GUARDIAN, AGREEMENT_TERM_INVALID, APPLICATION_LIVES, FILE_REMOVED, INPUT_INVALID, NOT_FOUND_OR_NO_ACCESS */
  async make(tx: Tx, actor: Actor, patientId: Id, body: MakeApplicationBody): Promise<ApplicationDetail> {
    const ties = await this.#teams.requireFor(tx, actor, 'application:make', patientId);
    const isFamily = ties.guardians.includes(actor.personId);
    // A guardian applies in their own name, whatever post they hold besides.
    const guardianId = await this.#guardian(tx, patientId, isFamily ? actor.personId : body.guardianId);
    const policy = await this.#policies.inForce(tx, 'reward', body.from, { patientId });
    const term = unwrap(decideTerm({ from: body.from, to: body.to }, this.#clock.today(), policy));
    const stated = statementOf(body);
    const vault = await this.#vaults.of(tx.countyId);
    const dueOn = await this.#applications.dueOn(tx, patientId, 'villageReview');
    await store.insertApplication(
      tx,
      vault,
      {
        id: body.applicationId,
        patient_id: patientId,
        guardian_id: guardianId,
        written_by: isFamily ? null : actor.personId,
        area_path: [...ties.areaPath],
        from_on: term.from,
        to_on: term.to,
        due_on: dueOn,
        created_at: this.#clock.now(),
      },
      stated,
    );
    await this.#applications.restOn(tx, body.applicationId, patientId, stated.files);
    return this.#record(tx, actor, body.applicationId, 'applied', { stated, voice: saidIn(body).voice, tappedAt: undefined });
  }

  /** @throws Refusal APPLICATION_MOVE_NOT_ALLOWED, FILE_REMOVED, INPUT_INVALID, STALE, NOT_FOUND_OR_NO_ACCESS */
  async resubmit(tx: Tx, actor: Actor, applicationId: Id, body: ResubmitBody): Promise<ApplicationDetail> {
    const row = await this.#lock(tx, actor, applicationId);
    const state = unwrap(moveByFamily(row.state, 'resubmit'));
    const stated = statementOf(body);
    // Papers that it no longer names may be taken out of the file again.
    await this.#applications.restOn(tx, applicationId, row.patient_id, stated.files);
    const vault = await this.#vaults.of(tx.countyId);
    const before = await store.readStatement(tx, vault, applicationId);
    await store.replaceStatement(tx, vault, applicationId, stated);
    // The words of each round stand in its step, its papers in its deed.
    await this.#audit.change(tx, {
      actor,
      objectKind: 'reward-application',
      objectId: applicationId,
      before: answersOf(before),
      after: answersOf(stated),
    });
    const dueOn = await this.#applications.dueOn(tx, row.patient_id, state);
    await store.moveApplicationRow(tx, row, body.version, { state, dueOn, round: row.round + 1 });
    return this.#record(tx, actor, applicationId, 'resubmitted', { stated, voice: saidIn(body).voice, tappedAt: body.tappedAt });
  }

  /** @throws Refusal APPLICATION_MOVE_NOT_ALLOWED, STALE, NOT_FOUND_OR_NO_ACCESS */
  async withdraw(tx: Tx, actor: Actor, applicationId: Id, body: WithdrawBody): Promise<ApplicationDetail> {
    const row = await this.#lock(tx, actor, applicationId);
    const state = unwrap(moveByFamily(row.state, 'withdraw'));
    await store.moveApplicationRow(tx, row, body.version, { state, dueOn: null });
    await this.#applications.restOn(tx, applicationId, row.patient_id, []);
    return this.#record(tx, actor, applicationId, 'withdrawn', { stated: null, voice: null, tappedAt: body.tappedAt });
  }

  async #guardian(tx: Tx, patientId: Id, personId: Id | undefined): Promise<Id> {
    const guardians = await this.#patients.guardians(tx, [patientId]);
    const guardian = personId === undefined ? guardians[0] : guardians.find(each => each.personId === personId);
    if (!guardian) throw new Refusal('AGREEMENT_NEEDS_GUARDIAN');
    return guardian.personId;
  }

  async #lock(tx: Tx, actor: Actor, applicationId: Id): Promise<store.ApplicationRow> {
    await this.#applications.readable(tx, actor, applicationId, 'application:make');
    const row = await store.lockApplication(tx, applicationId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return row;
  }

  async #record(
    tx: Tx,
    actor: Actor,
    applicationId: Id,
    act: ApplicationAct,
    { stated, voice, tappedAt }: { readonly stated: store.Statement | null; readonly tappedAt: string | undefined } & Pick<Said, 'voice'>,
  ): Promise<ApplicationDetail> {
    const row = await store.readApplicationRow(tx, applicationId);
    if (!row) throw new Error('an application that is not there');
    const vault = await this.#vaults.of(tx.countyId);
    const last = (await store.readApplicationSteps(tx, vault, applicationId)).at(-1);
    const step = {
      act,
      stage: null,
      department: null,
      stand: null,
      personId: actor.personId,
      words: stated?.words ?? null,
      voice,
      round: row.round,
      at: actedAt(tappedAt, this.#clock.now(), last?.at),
    };
    await store.insertApplicationStep(tx, vault, applicationId, step, null);
    await this.#audit.deed(tx, {
      actor,
      act: `applications:${act}`,
      objectKind: 'reward-application',
      objectId: applicationId,
      patientId: row.patient_id,
      ...(stated ? { facts: { papers: stated.files.join(' ') } } : {}),
    });
    await this.#tell.moved(tx, newsOf(row), actor.personId);
    return this.#applications.detail(tx, actor, applicationId);
  }
}

const answersOf = ({ livesTogether, reallyCares, files }: store.Statement) => ({ livesTogether, reallyCares, papers: files.length });
const statementOf = ({
  livesTogether,
  reallyCares,
  words,
  files,
}: Omit<ResubmitBody, 'version' | 'voice' | 'tappedAt'>): store.Statement => ({
  livesTogether,
  reallyCares,
  words: words ?? null,
  files: files ?? [],
});

/** What is told of a row as it stands. */
export const newsOf = (row: store.ApplicationRow) => ({
  id: row.id,
  patientId: row.patient_id,
  guardianId: row.guardian_id,
  round: row.round,
  version: row.version,
  state: row.state,
  dueOn: row.due_on,
});
