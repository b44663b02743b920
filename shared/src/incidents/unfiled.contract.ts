import { z } from 'zod';
import { contract, IdText, Instant, keysOf, Words } from '../kernel/contract.ts';
import { SETTLE_KEYS, UNFILED_OUTCOMES, UNFILED_SOURCES, type UnfiledOutcome, type UnfiledSource } from './incidents.terms.ts';
import { ReportFields } from './incidents.contract.ts';
import * as routes from './unfiled.routes.ts';

const ReportUnfiled = z.strictObject({
  ...ReportFields,
  /** One tap tells: how it is known and who it is may be said with it, or after it. */
  source: keysOf<UnfiledSource>(UNFILED_SOURCES).optional(),
  /** Who it is, as far as it helps to find them: not a name that has to be known. */
  description: Words(200).optional(),
});
/** No words of anybody: the answer is kept beside its key, and what was told must be erasable. */
const Unfiled = z
  .object({
    incidentId: IdText,
    joinedFrom: IdText.nullable(),
    outcome: keysOf<UnfiledOutcome>(UNFILED_OUTCOMES).nullable(),
    /** Something of this kind was reported in this place just before: whoever reports is asked whether it is the same event. */
    maybeSame: z.object({ incidentId: IdText, happenedAt: Instant }).nullable(),
  })
  .meta({ id: 'UnfiledIncident' });
const SettleUnfiled = z.strictObject({ outcome: z.enum(SETTLE_KEYS) });
const JoinUnfiled = z.strictObject({ sameAs: IdText });

export const reportUnfiledIncidentContract = contract({
  route: routes.reportUnfiledIncident,
  summary:
    'Report that something is happening with somebody who has no file: no file comes of it, and the posts of the place are told at once',
  door: 'incident:report-unfiled',
  params: z.strictObject({ areaId: IdText }),
  body: ReportUnfiled,
  answer: Unfiled,
  refusals: [],
  once: true,
});
export const settleUnfiledIncidentContract = contract({
  route: routes.settleUnfiledIncident,
  summary: 'Keep the incident as a clue, or close it: then who it was and what was told is erased',
  door: 'incident:settle-unfiled',
  params: z.strictObject({ incidentId: IdText }),
  body: SettleUnfiled,
  answer: Unfiled,
  refusals: ['INCIDENT_HAS_FILE', 'INCIDENT_CLOSED'],
  once: true,
});

export const joinUnfiledIncidentContract = contract({
  route: routes.joinUnfiledIncident,
  summary: 'The incident is the same event as another one with somebody who has no file: its reports go there, and the joining is logged',
  door: 'incident:report-unfiled',
  params: z.strictObject({ incidentId: IdText }),
  body: JoinUnfiled,
  answer: Unfiled,
  refusals: ['INCIDENT_HAS_FILE', 'INCIDENT_CLOSED', 'INCIDENT_NOT_YOURS', 'INCIDENTS_APART'],
  once: true,
});

export type JoinUnfiledBody = z.input<typeof JoinUnfiled>;
export type ReportUnfiledBody = z.input<typeof ReportUnfiled>;
export type SettleUnfiledBody = z.input<typeof SettleUnfiled>;
export type UnfiledAnswer = z.infer<typeof Unfiled>;
