import { z } from 'zod';
import { contract, Day, IdText, Instant, PageOf, PageQuery, Version } from '../kernel/contract.ts';
import { BandView, DueView } from '../policy/band.contract.ts';
import { VISITING_SEATS } from '../policy/policy.terms.ts';
import { STABILITY_KEYS } from '../policy/stability.terms.ts';
import { RISK_RATINGS } from '../registry/risk-rating.rules.ts';
import * as routes from './visits.routes.ts';
import { VisitRecord } from './visit-record.contract.ts';

const Place = z
  .strictObject({
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    accuracyMetres: z.number().min(0).max(100_000),
  })
  .meta({ id: 'Place', description: 'GCJ-02, where the visitor stood at the check-in; once, never a track' });
const CheckIn = z.strictObject({
  /** Made on the phone, so that a visit without signal has its name. */
  visitId: IdText,
  /** The agenda's task that this visit answers. */
  taskId: IdText.optional(),
  /** When the visitor checked in, by the phone's clock. */
  at: Instant,
  place: Place.optional(),
});
const CheckedIn = z.object({ visitId: IdText, version: Version, seat: z.enum(VISITING_SEATS), checkedInAt: Instant });
const Record = z.strictObject({ version: Version, record: VisitRecord });
const Proposal = z.object({
  stability: z.enum(STABILITY_KEYS),
  /** Keys of CLASS_REASONS. */
  reasons: z.array(z.string()),
});
const Recorded = z.object({
  visitId: IdText,
  version: Version,
  /** What the rules propose from what was filled in; null unless the visit was done. */
  proposed: Proposal.nullable(),
  /** What the standing is now. */
  stability: z.enum(STABILITY_KEYS).nullable(),
  band: BandView.nullable(),
  /** BAND_DOWNGRADE_NEEDS_TWO when the facts speak for a calmer band and the present one stays. */
  held: z.enum(['BAND_DOWNGRADE_NEEDS_TWO']).nullable(),
  /** When the visitor's own seat is due again; null when that seat visits no more. */
  nextDueOn: Day.nullable(),
  dues: z.array(DueView),
});
const VisitSummary = z.object({
  visitId: IdText,
  seat: z.enum(VISITING_SEATS),
  at: Instant,
  state: z.enum(['checkedIn', 'recorded']),
  result: z.enum(['done', 'missed', 'lost', 'deceased']).nullable(),
  risk: z.literal(RISK_RATINGS).nullable(),
  stability: z.enum(STABILITY_KEYS).nullable(),
});
const Visit = VisitSummary.extend({
  patientId: IdText,
  version: Version,
  /** Whether the reader may record it. */
  mine: z.boolean(),
  place: Place.nullable(),
  record: VisitRecord.nullable(),
}).meta({ id: 'Visit' });
const Visits = PageOf(VisitSummary);
const NextVisits = z.object({ visits: z.array(z.object({ seat: z.enum(VISITING_SEATS), dueOn: Day })) });

const ofPatient = z.strictObject({ patientId: IdText });
const ofVisit = z.strictObject({ visitId: IdText });

export const checkInVisitContract = contract({
  route: routes.checkInVisit,
  summary: 'Check in at a patient’s home; also later, when there was no signal',
  door: 'visit:write',
  params: ofPatient,
  body: CheckIn,
  answer: CheckedIn,
  refusals: ['VISIT_IN_FUTURE', 'VISIT_TOO_OLD', 'VISIT_SEAT_NEEDED', 'VISIT_TASK_MISMATCH'],
  once: true,
});
export const recordVisitContract = contract({
  route: routes.recordVisit,
  summary: 'Record a visit on the national form; the answer says when the next one is due',
  door: 'visit:write',
  params: ofVisit,
  body: Record,
  answer: Recorded,
  refusals: ['VISIT_OF_ANOTHER', 'VISIT_RECORDED', 'OVERRIDE_NEEDS_REASON', 'NEXT_VISIT_TOO_LATE', 'NEXT_VISIT_NOT_AHEAD', 'STALE'],
  once: true,
});
export const readVisitContract = contract({
  route: routes.readVisit,
  summary: 'One visit with its record',
  door: 'visit:read',
  params: ofVisit,
  answer: Visit,
  refusals: [],
});
export const listVisitsContract = contract({
  route: routes.listVisits,
  summary: 'A patient’s visits, newest first',
  door: 'visit:read',
  params: ofPatient,
  query: PageQuery,
  answer: Visits,
  refusals: [],
});
export const readNextVisitsContract = contract({
  route: routes.readNextVisits,
  summary: 'When who comes next: for the family, without classes or colours',
  door: 'visit:read-next',
  params: ofPatient,
  answer: NextVisits,
  refusals: [],
});

export type CheckInBody = z.input<typeof CheckIn>;
export type CheckInAnswer = z.infer<typeof CheckedIn>;
export type RecordVisitBody = z.input<typeof Record>;
export type RecordVisitAnswer = z.infer<typeof Recorded>;
export type VisitAnswer = z.infer<typeof Visit>;
export type VisitsQuery = z.input<typeof PageQuery>;
export type VisitsAnswer = z.infer<typeof Visits>;
export type NextVisitsAnswer = z.infer<typeof NextVisits>;
