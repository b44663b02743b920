import { z } from 'zod';
import { contract, Day, IdText, Version, Words } from '../kernel/contract.ts';
import { YearStop } from './appraisal.contract.ts';
import * as routes from './year-stop.routes.ts';

const ProposeYearStopBody = z.strictObject({ stopId: IdText, reason: Words(500), guardianSaid: Words(500), guardianHeardOn: Day });
export type ProposeYearStopBody = z.input<typeof ProposeYearStopBody>;
export const proposeYearStopContract = contract({
  route: routes.proposeYearStop,
  summary: 'Proposes to stop the rest of a year after failed duty and an act under the law; nothing happens before a second person agrees',
  door: 'year-stop:propose',
  params: z.strictObject({ appraisalId: IdText }),
  body: ProposeYearStopBody,
  answer: YearStop,
  refusals: [
    'YEAR_STOP_NOT_POSSIBLE',
    'YEAR_STOP_NOT_AGREED',
    'GUARDIAN_HEARD_DAY_INVALID',
    'APPRAISAL_OWN_PARTY',
    'NOT_FOUND_OR_NO_ACCESS',
  ],
  once: true,
});

const DecideYearStopBody = z.strictObject({ version: Version, decision: z.enum(['agree', 'withdraw']) });
export type DecideYearStopBody = z.input<typeof DecideYearStopBody>;
export const decideYearStopContract = contract({
  route: routes.decideYearStop,
  summary: 'A second person agrees to stop the rest of the year, or does not; what is decided already stays',
  door: 'year-stop:decide',
  params: z.strictObject({ stopId: IdText }),
  body: DecideYearStopBody,
  answer: YearStop,
  refusals: [
    'YEAR_STOP_NOT_POSSIBLE',
    'YEAR_STOP_NOT_AGREED',
    'YEAR_STOP_NEEDS_ANOTHER',
    'APPRAISAL_OWN_PARTY',
    'STALE',
    'NOT_FOUND_OR_NO_ACCESS',
  ],
  once: true,
});
