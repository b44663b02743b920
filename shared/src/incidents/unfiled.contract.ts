import { z } from 'zod';
import { contract, IdText, keysOf, Words } from '../kernel/contract.ts';
import { UNFILED_OUTCOMES, UNFILED_SOURCES, type UnfiledOutcome, type UnfiledSource } from './incidents.terms.ts';
import { ReportFields } from './incidents.contract.ts';
import * as routes from './unfiled.routes.ts';

const ReportUnfiled = z.strictObject({
  ...ReportFields,
  source: keysOf<UnfiledSource>(UNFILED_SOURCES),
  /** Who it is, as far as it helps to find them: not a name that has to be known. */
  description: Words(200),
});
/** No words of anybody: the answer is kept beside its key, and what was told must be erasable. */
const Unfiled = z
  .object({ incidentId: IdText, joinedFrom: IdText.nullable(), outcome: keysOf<UnfiledOutcome>(UNFILED_OUTCOMES).nullable() })
  .meta({ id: 'UnfiledIncident' });
const SettleUnfiled = z.strictObject({ outcome: keysOf<UnfiledOutcome>(UNFILED_OUTCOMES) });

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

export type ReportUnfiledBody = z.input<typeof ReportUnfiled>;
export type SettleUnfiledBody = z.input<typeof SettleUnfiled>;
export type UnfiledAnswer = z.infer<typeof Unfiled>;
