import { z } from 'zod';
import { CARE_PARTS, type CarePart } from '../agenda/care-part.rules.ts';
import { contract, Day, IdPageQuery, IdText, keysOf, PageOf, Words } from '../kernel/contract.ts';
import * as routes from './consent.routes.ts';
import {
  CONSENT_BASES,
  CONSENT_DECISIONS,
  CONSENT_SIGNERS,
  CONSENT_VERSIONS,
  type ConsentBasis,
  type ConsentDecision,
  type ConsentSigner,
} from './consent.terms.ts';

const ofPatient = z.strictObject({ patientId: IdText });
const Decision = keysOf<ConsentDecision>(CONSENT_DECISIONS);
const Signer = keysOf<ConsentSigner>(CONSENT_SIGNERS);
const Basis = keysOf<ConsentBasis>(CONSENT_BASES);
const TextVersion = z.enum(CONSENT_VERSIONS as [string, ...string[]]);

const common = { consentId: IdText, on: Day, note: Words(300).optional() };
const signed = { signer: Signer, signerName: Words(40) };
const RecordConsent = z
  .discriminatedUnion('decision', [
    /** `textVersion`: which text was read out before. */
    z.strictObject({ ...common, ...signed, decision: z.literal('given'), textVersion: TextVersion }),
    z.strictObject({ ...common, ...signed, decision: z.literal('refused'), textVersion: TextVersion }),
    z.strictObject({ ...common, ...signed, decision: z.literal('withdrawn') }),
    /** The family is informed: `note` says how, and the clause when it is another law's. */
    z.strictObject({ ...common, decision: z.literal('notRequired'), basis: Basis, note: Words(300) }),
  ])
  .meta({ id: 'RecordConsent' });
const ConsentRecorded = z.object({ consentId: IdText, decision: Decision, care: z.array(keysOf<CarePart>(CARE_PARTS)) });
const Consent = z
  .object({
    consentId: IdText,
    decision: Decision,
    on: Day,
    signer: Signer.nullable(),
    signerName: z.string().nullable(),
    textVersion: z.string().nullable(),
    basis: Basis.nullable(),
    note: z.string().nullable(),
    recordedBy: z.string(),
  })
  .meta({ id: 'Consent' });
const Consents = PageOf(Consent).extend({
  /** What holds now; null when nobody has decided yet. */
  inForce: Decision.nullable(),
  mayRecord: z.boolean(),
});

export const listConsentsContract = contract({
  route: routes.listConsents,
  summary: 'Consent to community management: who decided what, when, after which text; newest first',
  door: 'patient:read',
  params: ofPatient,
  query: IdPageQuery,
  answer: Consents,
  refusals: [],
});
export const recordConsentContract = contract({
  route: routes.recordConsent,
  summary: 'Record a consent, its refusal or withdrawal, or why none is needed; clinical tasks follow in the same commit',
  door: 'consent:record',
  params: ofPatient,
  body: RecordConsent,
  answer: ConsentRecorded,
  refusals: ['CONSENT_NOTHING_TO_WITHDRAW', 'CONSENT_DAY_NOT_ALLOWED', 'INPUT_INVALID'],
  once: true,
});

export type PatientParams = z.input<typeof ofPatient>;
export type ConsentsQuery = z.input<typeof IdPageQuery>;
export type ConsentsAnswer = z.infer<typeof Consents>;
export type RecordConsentBody = z.infer<typeof RecordConsent>;
export type ConsentRecorded = z.infer<typeof ConsentRecorded>;
