import type { Actor } from '@guanhu/shared/access/access.terms';
import type { AdmissionAnswer } from '@guanhu/shared/incidents/admission.contract';
import { dischargeReasons, nextSteps } from '@guanhu/shared/incidents/admission.rules';
import type { StayEnd } from '@guanhu/shared/incidents/admission.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Reader } from '../platform/database/database.ts';
import * as store from './admission.store.ts';
import { patientOf, ScopedReads } from './scoped-reads.ts';

/** One stay in hospital with everything that happened on the way. */
@Injectable()
export class ShowAdmission {
  readonly #reads: ScopedReads;
  readonly #people: People;
  readonly #vaults: Vaults;

  constructor(reads: ScopedReads, people: People, vaults: Vaults) {
    this.#reads = reads;
    this.#people = people;
    this.#vaults = vaults;
  }

  async run(actor: Actor, admissionId: Id): Promise<AdmissionAnswer> {
    const asked = { permission: 'admission:read', what: 'admission' } as const;
    const { county } = await this.#reads.one(actor, asked, reader => store.readAdmissionRow(reader, admissionId));
    return this.view(county, admissionId);
  }

  /** Of a stay that the caller has asked about. */
  async view(reader: Reader, id: Id): Promise<AdmissionAnswer> {
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
      ...patientOf(vault, row),
      ground: row.ground,
      state: row.state,
      admittedOn: row.admittedOn,
      dischargedOn: row.dischargedOn,
      incidentId: row.incidentId,
      version: row.version,
      rediagnosisUntil: row.rediagnosisUntil,
      hospital: admitted?.hospital ?? '',
      designated: admitted?.designated ?? null,
      signedBy: row.signedBy,
      signerName: admitted?.signerName ?? '',
      conclusionOn: admitted?.conclusionOn ?? null,
      guardianRefused: admitted?.guardianRefused ?? null,
      words: admitted?.words ?? null,
      handover: left ? handoverOf(left) : null,
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

const handoverOf = (left: store.StepFacts): AdmissionAnswer['handover'] => ({
  reason: left.reason as StayEnd,
  diagnosis: left.diagnosis ?? '',
  medicine: left.medicine ?? '',
  advice: left.advice ?? '',
});
