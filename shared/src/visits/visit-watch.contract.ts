import { z } from 'zod';
import { SEATS } from '../care-team/seats.terms.ts';
import { contract, IdText, Instant } from '../kernel/contract.ts';
import { RISK_RATINGS } from '../registry/risk-rating.rules.ts';
import * as routes from './visit-watch.routes.ts';

const OfVisit = z.strictObject({ visitId: IdText });
const Watch = z
  .object({
    /** When the phone asks; null when nobody watches: checked out, recorded, or checked in without signal. */
    asksAt: Instant.nullable(),
    /** When the server asks for help; in the past when it has. */
    helpAt: Instant.nullable(),
    helpAsked: z.boolean(),
  })
  .meta({ id: 'VisitWatch' });
/** out: the visitor has left; longer: all is well, the clock begins anew. */
const AnswerWatchBody = z.strictObject({ answer: z.enum(['out', 'longer']) });
const Safety = z
  .object({
    /** Why two people should go; null when one may. */
    two: z.object({ risk: z.literal(RISK_RATINGS) }).nullable(),
    /** Who could come along. */
    team: z.array(z.object({ personId: IdText, name: z.string(), seat: z.enum(SEATS), phone: z.string().nullable() })),
  })
  .meta({ id: 'VisitSafety' });

export const readVisitSafetyContract = contract({
  route: routes.readVisitSafety,
  summary: 'Whether two people should visit this patient, and who could come along',
  door: 'visit:write',
  params: z.strictObject({ patientId: IdText }),
  answer: Safety,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});
export const readVisitWatchContract = contract({
  route: routes.readVisitWatch,
  summary: 'Until when a visitor who has checked in is expected out',
  door: 'visit:write',
  params: OfVisit,
  answer: Watch,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});
export const answerVisitWatchContract = contract({
  route: routes.answerVisitWatch,
  summary: 'The visitor has left, or stays and is well; whoever was asked for help is told no more',
  door: 'visit:write',
  params: OfVisit,
  body: AnswerWatchBody,
  answer: Watch,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});

export type VisitWatchAnswer = z.infer<typeof Watch>;
export type AnswerWatchBody = z.input<typeof AnswerWatchBody>;
export type VisitSafetyAnswer = z.infer<typeof Safety>;
