import { route } from '../kernel/route.ts';
import type * as C from './unfiled.contract.ts';

/** Something happens with somebody who has no file: the village tells. */
export const reportUnfiledIncident = route<{
  params: { areaId: string };
  body: C.ReportUnfiledBody;
  answer: C.UnfiledAnswer;
}>()('POST', '/areas/:areaId/incidents');
/** It is kept as a clue, or closed and erased. */
export const settleUnfiledIncident = route<{ params: { incidentId: string }; body: C.SettleUnfiledBody; answer: C.UnfiledAnswer }>()(
  'POST',
  '/incidents/:incidentId/outcome',
);
/** It is the same event as another one: by whoever reported it, or by whoever settles them. */
export const joinUnfiledIncident = route<{ params: { incidentId: string }; body: C.JoinUnfiledBody; answer: C.UnfiledAnswer }>()(
  'POST',
  '/incidents/:incidentId/same',
);
