import { z } from 'zod';
import { contract, Day, IdText, Instant, keysOf, listOf, Version, Words } from '../kernel/contract.ts';
import * as routes from './legal-matter.routes.ts';
import {
  LEGAL_ACTS,
  LEGAL_KINDS,
  LEGAL_NOTES,
  LEGAL_OUTCOMES,
  LEGAL_STATES,
  LEGAL_SUBJECTS,
  type LegalAct,
  type LegalKind,
  type LegalNote,
  type LegalOutcome,
  type LegalState,
  type LegalSubject,
} from './legal-matter.terms.ts';

const Kind = keysOf<LegalKind>(LEGAL_KINDS).meta({ id: 'LegalKind' });
const Subject = keysOf<LegalSubject>(LEGAL_SUBJECTS).meta({ id: 'LegalSubject' });
const State = keysOf<LegalState>(LEGAL_STATES).meta({ id: 'LegalState' });
const Outcome = keysOf<LegalOutcome>(LEGAL_OUTCOMES).meta({ id: 'LegalOutcome' });
const LegalMatterParams = z.strictObject({ matterId: IdText });

const LegalMatterRow = z
  .object({
    matterId: IdText,
    /** Null: of nobody who has a file. */
    patientId: IdText.nullable(),
    patientName: z.string().nullable(),
    /** Where the patient lives, or the conflict is. */
    areaName: z.string(),
    kind: Kind,
    subject: Subject.nullable(),
    state: State,
    outcome: Outcome.nullable(),
    ownerName: z.string(),
    mine: z.boolean(),
    dueOn: Day,
    late: z.boolean(),
  })
  .meta({ id: 'LegalMatterRow' });
const LegalMatters = listOf(LegalMatterRow, { state: State.optional(), patientId: IdText.optional() });
const LegalMatter = LegalMatterRow.extend({
  ownerId: IdText,
  foundOn: Day,
  steps: z.array(z.object({ act: keysOf<LegalAct>(LEGAL_ACTS), by: z.string(), words: z.string(), at: Instant })),
  mayWrite: z.boolean(),
  version: Version,
}).meta({ id: 'LegalMatter' });
const LegalMatterRef = z.object({ matterId: IdText, state: State, version: Version });

/** Of a patient, or of the village or township where it is: exactly one of the two. */
const RecordLegalMatterBody = z.strictObject({
  matterId: IdText,
  patientId: IdText.nullable(),
  areaId: IdText.nullable(),
  kind: Kind,
  subject: Subject.nullable(),
  ownerId: IdText,
  foundOn: Day,
  dueOn: Day,
  words: Words(1000),
});
const NoteLegalMatterBody = z.strictObject({ version: Version, act: keysOf<LegalNote>(LEGAL_NOTES), words: Words(1000) });
const PassLegalMatterBody = z.strictObject({ version: Version, ownerId: IdText, dueOn: Day, words: Words(1000) });
const CloseLegalMatterBody = z.strictObject({ version: Version, outcome: Outcome, words: Words(1000) });

export const listLegalMattersContract = contract({
  route: routes.listLegalMatters,
  summary: 'Conflicts, mediation notices and referrals of the reader’s areas, newest first; none of the reader’s own family',
  door: 'legal:read',
  ...LegalMatters,
  refusals: [],
});
export const recordLegalMatterContract = contract({
  route: routes.recordLegalMatter,
  summary: 'Write down a conflict, a notice of the justice office or a referral, with whoever sees to it until when',
  door: 'legal:write',
  body: RecordLegalMatterBody,
  answer: LegalMatterRef,
  refusals: ['LEGAL_NEEDS_PATIENT', 'LEGAL_DAY_WRONG', 'LEGAL_OWNER_WRONG'],
  once: true,
});
export const readLegalMatterContract = contract({
  route: routes.readLegalMatter,
  summary: 'One matter with everything that was done about it; never for the family',
  door: 'legal:read',
  params: LegalMatterParams,
  answer: LegalMatter,
  refusals: [],
});
export const noteLegalMatterContract = contract({
  route: routes.noteLegalMatter,
  summary: 'What was done: worked on, the family contacted, the justice office told',
  door: 'legal:write',
  params: LegalMatterParams,
  body: NoteLegalMatterBody,
  answer: LegalMatterRef,
  refusals: ['LEGAL_MATTER_CLOSED', 'STALE'],
  once: true,
});
export const passLegalMatterContract = contract({
  route: routes.passLegalMatter,
  summary: 'Somebody else sees to it, or until another day',
  door: 'legal:write',
  params: LegalMatterParams,
  body: PassLegalMatterBody,
  answer: LegalMatterRef,
  refusals: ['LEGAL_MATTER_CLOSED', 'LEGAL_DAY_WRONG', 'LEGAL_OWNER_WRONG', 'STALE'],
  once: true,
});
export const closeLegalMatterContract = contract({
  route: routes.closeLegalMatter,
  summary: 'How a matter ended',
  door: 'legal:write',
  params: LegalMatterParams,
  body: CloseLegalMatterBody,
  answer: LegalMatterRef,
  refusals: ['LEGAL_MATTER_CLOSED', 'LEGAL_OUTCOME_WRONG', 'STALE'],
  once: true,
});

export type LegalMatterParams = z.input<typeof LegalMatterParams>;
export type LegalMattersQuery = z.input<typeof LegalMatters.query>;
export type LegalMattersPage = z.infer<typeof LegalMatters.answer>;
export type LegalMatter = z.infer<typeof LegalMatter>;
export type LegalMatterRef = z.infer<typeof LegalMatterRef>;
export type RecordLegalMatterBody = z.input<typeof RecordLegalMatterBody>;
export type NoteLegalMatterBody = z.input<typeof NoteLegalMatterBody>;
export type PassLegalMatterBody = z.input<typeof PassLegalMatterBody>;
export type CloseLegalMatterBody = z.input<typeof CloseLegalMatterBody>;
