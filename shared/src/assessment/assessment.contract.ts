import { z } from 'zod';
import { contract, Day, IdText } from '../kernel/contract.ts';
import { BandView, DueView } from '../policy/band.contract.ts';
import { STABILITY_KEYS } from '../policy/stability.terms.ts';
import { RISK_RATINGS } from '../registry/risk-rating.rules.ts';
import * as routes from './assessment.routes.ts';

const Standing = z
  .object({
    patientId: IdText,
    /** Null until somebody has rated: a blank is a blank. */
    risk: z.literal(RISK_RATINGS).nullable(),
    riskOn: Day.nullable(),
    stability: z.enum(STABILITY_KEYS).nullable(),
    stabilityOn: Day.nullable(),
    band: BandView.nullable(),
    /** The calmer band that the facts now speak for; the present one stays until two people agree. */
    calmerBand: BandView.nullable(),
    lastVisitOn: Day.nullable(),
    lastIncidentOn: Day.nullable(),
    dues: z.array(DueView),
  })
  .meta({ id: 'Standing' });

export const readStandingContract = contract({
  route: routes.readStanding,
  summary: 'Where a patient stands: risk, class, band, and when who visits next',
  door: 'patient:read',
  params: z.strictObject({ patientId: IdText }),
  answer: Standing,
  refusals: [],
});

export type StandingAnswer = z.infer<typeof Standing>;
