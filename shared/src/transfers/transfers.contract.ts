import { z } from 'zod';
import { contract, Day, IdPageQuery, IdText, Instant, keysOf, PageOf, Version, Words } from '../kernel/contract.ts';
import { Drug } from '../medication/regimen.contract.ts';
import { VISITING_SEATS } from '../policy/policy.terms.ts';
import { STABILITY_KEYS } from '../policy/stability.terms.ts';
import {
  CONSENT_BASES,
  CONSENT_DECISIONS,
  CONSENT_SIGNERS,
  type ConsentBasis,
  type ConsentDecision,
  type ConsentSigner,
} from '../registry/consent.terms.ts';
import { FileShown } from '../registry/file.contract.ts';
import { GUARDIAN_RELATIONS, type GuardianRelation } from '../registry/guardian-relation.rules.ts';
import { State as StateOfLife } from '../registry/registry.contract.ts';
import { RISK_RATINGS } from '../registry/risk-rating.rules.ts';
import { VISIT_RESULTS, type VisitResult } from '../visits/visits.terms.ts';
import * as routes from './transfers.routes.ts';
import { IN_STATES, OUT_STATES, type InState, type OutState, type TransferPackage } from './transfers.terms.ts';

const Out = keysOf<OutState>(OUT_STATES).meta({ id: 'TransferOutState' });
const In = keysOf<InState>(IN_STATES).meta({ id: 'TransferInState' });
const CountyNumber = z.int().min(1).max(2_147_483_647);
const ofPatient = z.strictObject({ patientId: IdText });
const ofTransfer = z.strictObject({ transferId: IdText });

const DestinationsQuery = z.strictObject({
  /** Part of a county's name; absent: the first ones. */
  county: Words(30).optional(),
  /** Of which county the townships are asked for. */
  countyId: z.coerce.number().pipe(CountyNumber).optional(),
});
const Destinations = z.object({
  counties: z.array(z.object({ countyId: CountyNumber, name: z.string() })),
  townships: z.array(z.object({ townshipId: IdText, name: z.string() })),
});

const ProposeTransfer = z.strictObject({ transferId: IdText, toCountyId: CountyNumber, toTownshipId: IdText, reason: Words(200) });
const TransferProposed = z.object({ transferId: IdText, state: Out, version: Version });
const WithdrawTransfer = z.strictObject({ version: Version });
const TransfersOutQuery = IdPageQuery.extend({ state: Out.optional(), patientId: IdText.optional() });
const TransferOut = z
  .object({
    transferId: IdText,
    patientId: IdText,
    patientName: z.string(),
    /** County and township. */
    toPlace: z.string(),
    state: Out,
    version: Version,
    reason: z.string(),
    /** Why it was sent back. */
    answer: z.string().nullable(),
    proposedBy: z.string(),
    proposedAt: Instant,
    endedAt: Instant.nullable(),
    mayWithdraw: z.boolean(),
  })
  .meta({ id: 'TransferOut' });

const TransfersInQuery = IdPageQuery.extend({ state: In.optional() });
const TransferIn = z
  .object({
    transferId: IdText,
    /** Null when what came along has been erased. */
    patientName: z.string().nullable(),
    /** County, township and village. */
    fromPlace: z.string(),
    townshipId: IdText,
    toTownship: z.string(),
    state: In,
    version: Version,
    reason: z.string(),
    answer: z.string().nullable(),
    arrivedAt: Instant,
    answeredBy: z.string().nullable(),
    answeredAt: Instant.nullable(),
    /** The file that goes on here, once the patient has arrived. */
    patientId: IdText.nullable(),
    mayAnswer: z.boolean(),
  })
  .meta({ id: 'TransferIn' });
const Carried = z
  .object({
    values: FileShown,
    state: StateOfLife,
    risk: z.literal(RISK_RATINGS).nullable(),
    riskOn: Day.nullable(),
    stability: z.enum(STABILITY_KEYS).nullable(),
    stabilityOn: Day.nullable(),
    lastIncidentOn: Day.nullable(),
    guardians: z.array(
      z.object({ name: z.string(), phone: z.string().nullable(), relation: keysOf<GuardianRelation>(GUARDIAN_RELATIONS).nullable() }),
    ),
    consent: z
      .object({
        decision: keysOf<ConsentDecision>(CONSENT_DECISIONS),
        on: Day,
        signer: keysOf<ConsentSigner>(CONSENT_SIGNERS).nullable(),
        signerName: z.string().nullable(),
        textVersion: z.string().nullable(),
        basis: keysOf<ConsentBasis>(CONSENT_BASES).nullable(),
        note: z.string().nullable(),
      })
      .nullable(),
    medicine: z
      .object({
        since: Day,
        drugs: z.array(Drug).nullable(),
        prescriber: z.string().nullable(),
        hospital: z.string().nullable(),
        note: z.string().nullable(),
      })
      .nullable(),
    visits: z.array(
      z.object({
        on: Day,
        seat: z.enum(VISITING_SEATS),
        result: keysOf<VisitResult>(VISIT_RESULTS).nullable(),
        risk: z.literal(RISK_RATINGS).nullable(),
        stability: z.enum(STABILITY_KEYS).nullable(),
      }),
    ),
  })
  .meta({ id: 'TransferPackage' }) as unknown as z.ZodType<TransferPackage, TransferPackage>;
const TransferInRead = TransferIn.extend({
  /** Null when it has been erased. */
  carried: Carried.nullable(),
  /** Whether a file with the same document is kept in this county: it goes on instead of a new one. */
  knownHere: z.boolean(),
});
const AnswerTransfer = z.discriminatedUnion('answer', [
  z.strictObject({ version: Version, answer: z.literal('accept'), villageId: IdText }),
  z.strictObject({ version: Version, answer: z.literal('reject'), reason: Words(200) }),
]);
const TransferAnswered = z.object({ transferId: IdText, state: In, version: Version });

export const findDestinationsContract = contract({
  route: routes.findDestinations,
  summary: 'Counties that a patient can be handed over to, and the townships of one of them',
  door: 'patient:move',
  query: DestinationsQuery,
  answer: Destinations,
  refusals: [],
});
export const proposeTransferContract = contract({
  route: routes.proposeTransfer,
  summary: 'Propose to hand a patient over to another county',
  door: 'patient:move',
  params: ofPatient,
  body: ProposeTransfer,
  answer: TransferProposed,
  refusals: ['TRANSFER_ALREADY_WAITING', 'TRANSFER_DESTINATION_NOT_FITTING', 'PATIENT_STATE_NOT_ALLOWED', 'INPUT_INVALID'],
  once: true,
});
export const listTransfersOutContract = contract({
  route: routes.listTransfersOut,
  summary: 'Handovers to other counties of the reader’s patients, newest first',
  door: 'patient:move',
  query: TransfersOutQuery,
  answer: PageOf(TransferOut),
  refusals: [],
});
export const withdrawTransferContract = contract({
  route: routes.withdrawTransfer,
  summary: 'Take back a handover that the other county has not taken over yet',
  door: 'patient:move',
  params: ofTransfer,
  body: WithdrawTransfer,
  answer: TransferProposed,
  refusals: ['TRANSFER_NOT_WAITING', 'STALE'],
  once: true,
});
export const listTransfersInContract = contract({
  route: routes.listTransfersIn,
  summary: 'Handovers from other counties to the reader’s townships, newest first',
  door: 'move:decide',
  query: TransfersInQuery,
  answer: PageOf(TransferIn),
  refusals: [],
});
export const readTransferInContract = contract({
  route: routes.readTransferIn,
  summary: 'A handover from another county with everything that came along',
  door: 'move:decide',
  params: ofTransfer,
  answer: TransferInRead,
  refusals: [],
});
export const answerTransferContract = contract({
  route: routes.answerTransfer,
  summary: 'Take over a patient of another county into a village, or send the proposal back with a reason',
  door: 'move:decide',
  params: ofTransfer,
  body: AnswerTransfer,
  answer: TransferAnswered,
  refusals: ['TRANSFER_NOT_WAITING', 'TRANSFER_VILLAGE_NOT_FITTING', 'STALE'],
  once: true,
});

export type PatientParams = z.input<typeof ofPatient>;
export type TransferParams = z.input<typeof ofTransfer>;
export type DestinationsQuery = z.input<typeof DestinationsQuery>;
export type Destinations = z.infer<typeof Destinations>;
export type ProposeTransferBody = z.infer<typeof ProposeTransfer>;
export type TransferProposed = z.infer<typeof TransferProposed>;
export type WithdrawTransferBody = z.infer<typeof WithdrawTransfer>;
export type TransfersOutQuery = z.input<typeof TransfersOutQuery>;
export type TransferOut = z.infer<typeof TransferOut>;
export type TransfersOutPage = { rows: TransferOut[]; next: string | null };
export type TransfersInQuery = z.input<typeof TransfersInQuery>;
export type TransferIn = z.infer<typeof TransferIn>;
export type TransfersInPage = { rows: TransferIn[]; next: string | null };
export type TransferInRead = z.infer<typeof TransferInRead>;
export type AnswerTransferBody = z.infer<typeof AnswerTransfer>;
export type TransferAnswered = z.infer<typeof TransferAnswered>;
