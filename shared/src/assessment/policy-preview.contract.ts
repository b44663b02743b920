import { z } from 'zod';
import { contract, Day, IdPageQuery, IdText, PageOf } from '../kernel/contract.ts';
import { BandView } from '../policy/band.contract.ts';
import { MOVED_DATE_KEYS, type MovedDate } from '../policy/policy-preview.terms.ts';
import { PolicyBody } from '../policy/policy.contract.ts';
import * as routes from './policy-preview.routes.ts';

/** The kinds whose change moves patients. */
const Kind = z.enum(['visit', 'assessment', 'medication', 'caseTeam']);
/** What is no number is no version: it is not found, like any other. */
const Seq = z.string().max(40);
const Count = z.int().min(0);

const Moves = z.object({
  earlier: Count,
  /** Of visits: the interval is longer from the next visit on. */
  later: Count,
  added: Count,
  dropped: Count,
});
const DateMoved = Moves.extend({ date: z.enum(MOVED_DATE_KEYS as [MovedDate, ...MovedDate[]]) });
const Preview = z
  .object({
    effectiveOn: Day,
    /** Patients under this policy, as far as the reader answers for them. */
    patients: Count,
    /** Those of them for whom anything changes. */
    moved: Count,
    bands: z.array(
      z.object({
        from: BandView.nullable(),
        to: BandView.nullable(),
        /** The calmer band that then waits for two people. */
        held: BandView.nullable(),
        patients: Count,
      }),
    ),
    /** All dates together, and kind by kind. */
    dates: Moves,
    byDate: z.array(DateMoved),
  })
  .meta({ id: 'PolicyPreview' });
const Moved = z
  .object({
    patientId: IdText,
    patientName: z.string(),
    villageName: z.string(),
    from: BandView.nullable(),
    to: BandView.nullable(),
    held: BandView.nullable(),
    dates: Moves,
    byDate: z.array(DateMoved),
  })
  .meta({ id: 'MovedPatient' });
const MovedPatients = PageOf(Moved);
const Draft = z.strictObject({ effectiveOn: Day, townshipId: IdText.optional(), policy: PolicyBody.nullable() });
const OfVersion = z.strictObject({ kind: Kind, seq: Seq });

export const previewPolicyContract = contract({
  route: routes.previewPolicy,
  summary: 'Whom a policy would move, before it is set: numbers only',
  door: 'policy:write',
  params: z.strictObject({ kind: Kind }),
  body: Draft,
  answer: Preview,
  refusals: [
    'POLICY_NOT_BACKWARD',
    'POLICY_LOOSER_THAN_NATIONAL',
    'POLICY_BANDS_INCOMPLETE',
    'POLICY_CYCLE_TOO_LONG',
    'POLICY_NOT_OF_TOWNSHIP',
  ],
});
export const previewVersionContract = contract({
  route: routes.previewVersion,
  summary: 'Whom a version moves that is set and has not begun: numbers, of the patients that the reader answers for',
  door: 'policy:read',
  params: OfVersion,
  answer: Preview,
  refusals: [],
});
export const listMovedPatientsContract = contract({
  route: routes.listMovedPatients,
  summary: 'The patients whom a version moves that has not begun, for those who may read them',
  door: 'patient:read',
  params: OfVersion,
  query: IdPageQuery,
  answer: MovedPatients,
  refusals: [],
});

export type PreviewedKind = z.infer<typeof Kind>;
export type PreviewPolicyBody = z.input<typeof Draft>;
export type PolicyPreviewAnswer = z.infer<typeof Preview>;
export type MovedPatientsQuery = z.input<typeof IdPageQuery>;
export type MovedPatientsAnswer = z.infer<typeof MovedPatients>;
