import type { Actor } from '@guanhu/shared/access/access.terms';
import type { AdmissionAnswer, RecordAdmissionBody } from '@guanhu/shared/incidents/admission.contract';
import { decideAdmission, isDesignated } from '@guanhu/shared/incidents/admission.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { Lives } from '../registry/registry.public.ts';
import { AdmissionSteps } from './admission-steps.ts';
import { insertAdmission } from './admission.store.ts';
import { incidentOf } from './incident-of.ts';
import { ShowAdmission } from './show-admission.ts';

/**
 * A stay in hospital (住院) begins. People decide under the Mental Health Law and sign; this records on what ground, and takes the patient's
 * life along in the same commit. It never orders anything.
 */
@Injectable()
export class AdmitPatient {
  readonly #teams: Teams;
  readonly #steps: AdmissionSteps;
  readonly #show: ShowAdmission;
  readonly #lives: Lives;
  readonly #agenda: Agenda;
  readonly #policies: Policies;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    teams: Teams,
    steps: AdmissionSteps,
    show: ShowAdmission,
    lives: Lives,
    agenda: Agenda,
    policies: Policies,
    audit: Audit,
    clock: Clock,
  ) {
    this.#teams = teams;
    this.#steps = steps;
    this.#show = show;
    this.#lives = lives;
    this.#agenda = agenda;
    this.#policies = policies;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(tx: Tx, actor: Actor, patientId: Id, body: RecordAdmissionBody): Promise<AdmissionAnswer> {
    await this.#teams.requireFor(tx, actor, 'admission:record', patientId);
    const { admissionId: id, from, on, ground, hospital, signedBy, signerName, conclusionOn, guardianRefused, words } = body;
    const rediagnosisUntil = unwrap(decideAdmission({ ground, signedBy, conclusionOn, guardianRefused }));
    // The rule has refused what has no ground; a conclusion is given before, or on the day of, the admission.
    if (ground === null) throw new Refusal('ADMISSION_GROUND_NEEDED');
    const today = this.#clock.today();
    if (on > today || (conclusionOn !== null && conclusionOn > today)) throw new Refusal('ADMISSION_DAY_WRONG');
    const incidentId = await incidentOf(tx, patientId, body.incidentId);
    const admission = { id, patientId, incidentId, ground, signedBy, on, rediagnosisUntil, now: this.#clock.now() };
    if (!(await insertAdmission(tx, admission))) throw new Refusal('ADMISSION_GOES_ON');
    const { hospitals } = await this.#policies.inForce(tx, 'handling', today, { patientId });
    const facts = { hospital, designated: isDesignated(hospital, hospitals), signerName, conclusionOn, guardianRefused, words };
    await this.#steps.record(tx, actor, { id }, { step: 'admitted', on, facts });
    // A visit may have found that somebody is in hospital: then only the ground is new.
    if (from !== 'hospitalised')
      await this.#lives.change(tx, actor, patientId, { from, to: 'hospitalised', on, facts: { reason: '住院', place: hospital } });
    else if ((await this.#lives.find(tx, patientId))?.state !== from) throw new Refusal('STALE');
    if (rediagnosisUntil !== null && rediagnosisUntil >= today) {
      const seats = ['doctor', 'lead'] as const;
      await this.#agenda.openAfter(tx, { kind: 'rediagnosis', patientId, causeId: id, seats, dueOn: rediagnosisUntil });
    }
    const deed = { actor, act: 'incidents:admitted', objectKind: 'admission', objectId: id, patientId, facts: { ground, signedBy } };
    await this.#audit.deed(tx, deed);
    return this.#show.view(tx, id);
  }
}
