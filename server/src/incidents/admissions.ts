import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Permission } from '@guanhu/shared/access/permissions.rules';
import type {
  AdmissionAnswer,
  AdmissionsAnswer,
  DischargeBody,
  ReceiveBody,
  RecordAdmissionBody,
  RecordRediagnosisBody,
} from '@guanhu/shared/incidents/admission.contract';
import { decideAdmission, dischargeReasons, moveAdmission, nextSteps } from '@guanhu/shared/incidents/admission.rules';
import { DISCHARGE_REASONS, type AdmissionState, type DischargeReason } from '@guanhu/shared/incidents/admission.terms';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access, People } from '../access/access.public.ts';
import { Agenda, Planning } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader, type Tx } from '../platform/database/database.ts';
import { pageKey, readPageKey } from '../platform/http/page-key.ts';
import { pageOf } from '../platform/http/page.ts';
import { Policies } from '../policy/policy.public.ts';
import { Lives, openPatientName } from '../registry/registry.public.ts';
import * as store from './admission.store.ts';
import { incidentOf } from './incident-of.ts';

type PageAsked = { readonly state?: AdmissionState | undefined; readonly after?: string | undefined; readonly limit: number };
type Asked = Extract<Permission, `admission:${string}`>;

/**
 * Stays in hospital (住院). People decide under the Mental Health Law and sign; this records on what ground, follows its days, and takes the
 * patient's life and tasks along in the same commit. It never orders anything.
 */
@Injectable()
export class Admissions {
  readonly #database: Database;
  readonly #access: Access;
  readonly #people: People;
  readonly #teams: Teams;
  readonly #lives: Lives;
  readonly #agenda: Agenda;
  readonly #planning: Planning;
  readonly #policies: Policies;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    access: Access,
    people: People,
    teams: Teams,
    lives: Lives,
    agenda: Agenda,
    planning: Planning,
    policies: Policies,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#access = access;
    this.#people = people;
    this.#teams = teams;
    this.#lives = lives;
    this.#agenda = agenda;
    this.#planning = planning;
    this.#policies = policies;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async list(actor: Actor, { state, after, limit }: PageAsked): Promise<AdmissionsAnswer> {
    const county = this.#database.county(actor.countyId);
    const vault = await this.#vaults.of(actor.countyId);
    const rows = await store.readAdmissionPage(county, {
      scope: this.#access.scope(actor, 'admission:read'),
      state: state ?? null,
      after: readPageKey(after),
      limit: limit + 1,
      today: this.#clock.today(),
    });
    const { shown, last } = pageOf(rows, limit);
    await this.#audit.read(county, { actor, what: 'admission-list', patientIds: [...new Set(shown.map(row => row.patientId))] });
    return {
      rows: shown.map(row => ({
        admissionId: row.id,
        patientId: row.patientId,
        patientName: openPatientName(vault, row.patientId, row.name_sealed),
        villageName: row.villageName,
        ground: row.ground,
        state: row.state,
        admittedOn: row.admittedOn,
        dischargedOn: row.dischargedOn,
      })),
      next: last ? pageKey({ at: last.createdAt, id: last.id }) : null,
    };
  }

  async one(actor: Actor, admissionId: Id): Promise<AdmissionAnswer> {
    const county = this.#database.county(actor.countyId);
    const row = await this.#get(county, actor, 'admission:read', admissionId);
    await this.#audit.read(county, { actor, what: 'admission', patientIds: [row.patientId] });
    return this.#view(county, admissionId);
  }

  async admit(tx: Tx, actor: Actor, patientId: Id, body: RecordAdmissionBody): Promise<AdmissionAnswer> {
    await this.#teams.requireFor(tx, actor, 'admission:record', patientId);
    const { admissionId, from, on, ground, hospital, signedBy, signerName, conclusionOn, guardianRefused, words } = body;
    const rediagnosisUntil = unwrap(decideAdmission({ ground, signedBy, conclusionOn, guardianRefused }));
    // The rule has refused what has no ground; a conclusion is given before, or on the day of, the admission.
    if (ground === null) throw new Refusal('ADMISSION_GROUND_NEEDED');
    const today = this.#clock.today();
    if (on > today || (conclusionOn !== null && conclusionOn > today)) throw new Refusal('ADMISSION_DAY_WRONG');
    const incidentId = await incidentOf(tx, patientId, body.incidentId);
    const now = this.#clock.now();
    const admission = { id: admissionId, patientId, incidentId, ground, signedBy, on, rediagnosisUntil, now };
    if (!(await store.insertAdmission(tx, admission))) throw new Refusal('ADMISSION_GOES_ON');
    const facts = { hospital, signerName, conclusionOn, guardianRefused, words };
    const event = { step: 'admitted', on, recordedAt: now, by: actor.personId, facts } as const;
    await store.insertEvent(tx, await this.#vaults.of(tx.countyId), admissionId, event);
    await this.#lives.change(tx, actor, patientId, { from, to: 'hospitalised', on, facts: { reason: '住院', place: hospital } });
    if (rediagnosisUntil !== null && rediagnosisUntil >= today) {
      const seats = ['doctor', 'lead'] as const;
      await this.#agenda.openAfter(tx, { kind: 'rediagnosis', patientId, causeId: admissionId, seats, dueOn: rediagnosisUntil });
    }
    await this.#deed(tx, actor, 'incidents:admitted', { id: admissionId, patientId }, { ground, signedBy });
    return this.#view(tx, admissionId);
  }

  async rediagnosis(tx: Tx, actor: Actor, admissionId: Id, { version, step, on, words }: RecordRediagnosisBody): Promise<AdmissionAnswer> {
    const row = await this.#get(tx, actor, 'admission:record', admissionId);
    await this.#move(tx, actor, row, { version, step, on, facts: { words } });
    if (step !== 'askRediagnosis') await this.#agenda.finishAfter(tx, { kind: 'rediagnosis', causeId: admissionId, by: actor.personId });
    return this.#view(tx, admissionId);
  }

  async discharge(tx: Tx, actor: Actor, admissionId: Id, body: DischargeBody): Promise<AdmissionAnswer> {
    const row = await this.#get(tx, actor, 'admission:record', admissionId);
    const { version, on, reason, diagnosis, medicine, advice } = body;
    const { patientId } = row;
    await this.#move(tx, actor, row, { version, step: 'discharge', on, facts: { reason, diagnosis, medicine, advice } });
    // After the move: a stay that has ended is told so first.
    if (!dischargeReasons(row.ground, row.state).includes(reason)) throw new Refusal('DISCHARGE_REASON_WRONG');
    const life = await this.#lives.find(tx, patientId);
    // Whoever has died or moved away meanwhile does not come home.
    if (life?.state === 'hospitalised')
      await this.#lives.change(tx, actor, patientId, {
        from: 'hospitalised',
        to: 'inCare',
        on,
        facts: { reason: DISCHARGE_REASONS[reason] },
      });
    await this.#agenda.cancelAfter(tx, { kind: 'rediagnosis', causeId: admissionId });
    const policy = await this.#policies.inForce(tx, 'handling', this.#clock.today(), { patientId });
    const visitBy = addDays(on, policy.firstVisitDays);
    await this.#agenda.hasten(tx, patientId, ['doctor', 'lead', 'gridWorker'], visitBy);
    await this.#planning.visitsOf(tx, patientId);
    const dueOn = addDays(on, policy.receiptDays);
    await this.#agenda.openAfter(tx, { kind: 'dischargeReceipt', patientId, causeId: admissionId, seats: ['doctor'], dueOn });
    return this.#view(tx, admissionId);
  }

  async receive(tx: Tx, actor: Actor, admissionId: Id, { version, words }: ReceiveBody): Promise<AdmissionAnswer> {
    const row = await this.#get(tx, actor, 'admission:receive', admissionId);
    await this.#move(tx, actor, row, { version, step: 'receive', on: this.#clock.today(), facts: { words } });
    await this.#agenda.finishAfter(tx, { kind: 'dischargeReceipt', causeId: admissionId, by: actor.personId });
    return this.#view(tx, admissionId);
  }

  /** @throws Refusal STALE, and those of the rule */
  async #move(
    tx: Tx,
    actor: Actor,
    row: store.AdmissionRow,
    { version, step, on, facts }: { version: number; step: store.EventRow['step']; on: CalendarDate; facts: store.StepFacts },
  ): Promise<void> {
    if (row.version !== version) throw new Refusal('STALE');
    const { state, since, rediagnosisUntil } = row;
    const to = unwrap(moveAdmission({ state, step, on, since, today: this.#clock.today(), rediagnosisUntil }));
    const move = { id: row.id, version, to, on, discharged: step === 'discharge' };
    if (!(await store.moveAdmissionRow(tx, move))) throw new Refusal('STALE');
    const event = { step, on, recordedAt: this.#clock.now(), by: actor.personId, facts };
    await store.insertEvent(tx, await this.#vaults.of(tx.countyId), row.id, event);
    await this.#deed(tx, actor, 'incidents:admission-moved', row, { step, state: to });
  }

  #deed(tx: Tx, actor: Actor, act: string, { id, patientId }: { id: Id; patientId: Id }, facts: Record<string, string>): Promise<void> {
    return this.#audit.deed(tx, { actor, act, objectKind: 'admission', objectId: id, patientId, facts });
  }

  async #get(reader: Reader, actor: Actor, permission: Asked, id: Id): Promise<store.AdmissionRow> {
    const row = await store.readAdmissionRow(reader, id);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#teams.requireFor(reader, actor, permission, row.patientId);
    return row;
  }

  async #view(reader: Reader, id: Id): Promise<AdmissionAnswer> {
    const vault = await this.#vaults.of(reader.countyId);
    const row = await store.readAdmissionRow(reader, id);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const events = await store.readEvents(reader, vault, id);
    const contacts = await this.#people.contacts(
      reader,
      events.map(event => event.by),
    );
    const admitted = events.find(event => event.step === 'admitted')?.facts;
    const left = events.find(event => event.step === 'discharge')?.facts;
    return {
      admissionId: id,
      patientId: row.patientId,
      patientName: openPatientName(vault, row.patientId, row.name_sealed),
      villageName: row.villageName,
      ground: row.ground,
      state: row.state,
      admittedOn: row.admittedOn,
      dischargedOn: row.dischargedOn,
      incidentId: row.incidentId,
      version: row.version,
      rediagnosisUntil: row.rediagnosisUntil,
      hospital: admitted?.hospital ?? '',
      signedBy: row.signedBy,
      signerName: admitted?.signerName ?? '',
      conclusionOn: admitted?.conclusionOn ?? null,
      guardianRefused: admitted?.guardianRefused ?? null,
      words: admitted?.words ?? null,
      handover: left
        ? {
            reason: left.reason as DischargeReason,
            diagnosis: left.diagnosis ?? '',
            medicine: left.medicine ?? '',
            advice: left.advice ?? '',
          }
        : null,
      events: events.map(event => ({
        step: event.step,
        on: event.on,
        recordedAt: event.recordedAt.toISOString(),
        byName: contacts.get(event.by)?.name ?? '',
        words: event.facts.words ?? null,
      })),
      mayStep: [...nextSteps(row.state)].filter(step => step !== 'askRediagnosis' || row.rediagnosisUntil !== null),
      mayDischargeFor: [...dischargeReasons(row.ground, row.state)],
    };
  }
}
