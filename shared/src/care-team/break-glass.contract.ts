import { z } from 'zod';
import { contract, Day, IdText, Instant, keysOf, PageOf, PageQuery, Words } from '../kernel/contract.ts';
import * as routes from './break-glass.routes.ts';
import { REVIEW_VERDICTS, type ReviewVerdict } from './break-glass.terms.ts';

const OfOpening = z.strictObject({ openingId: IdText });

const OpenBody = z.strictObject({
  openingId: IdText,
  /** Who is meant, exactly: nobody is found by a part of a name. */
  who: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('idNumber'), idNumber: z.string().trim().min(15).max(30) }),
    z.strictObject({ by: z.literal('name'), name: Words(40), villageId: IdText }),
  ]),
  reason: Words(300).min(6),
});

/** A try that finds nobody is kept and reviewed like one that does: asking is already learning. */
const Opened = z
  .discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('opened'), patientId: IdText, until: Instant }),
    z.object({ outcome: z.literal('notFound') }),
  ])
  .meta({ id: 'BreakGlassOpened' });

const Opening = z
  .object({
    openingId: IdText,
    by: z.string(),
    /** The person's posts, in words. */
    posts: z.array(z.string()),
    at: Instant,
    until: Instant,
    reason: z.string(),
    /** Null when nobody was found. */
    patientId: IdText.nullable(),
    patientName: z.string().nullable(),
    reviewBy: Day,
    overdue: z.boolean(),
    /** The township office has seen it. */
    seenByOffice: z.boolean(),
    review: z.object({ by: z.string(), at: Instant, verdict: keysOf<ReviewVerdict>(REVIEW_VERDICTS), note: z.string() }).nullable(),
    /** Whether the reader may review it, or, for an office, note that it was seen. */
    yours: z.boolean(),
  })
  .meta({ id: 'BreakGlassOpening' });

const OpeningsQuery = PageQuery.extend({ state: z.enum(['waiting', 'reviewed']).optional() });
const ReviewBody = z.strictObject({ verdict: keysOf<ReviewVerdict>(REVIEW_VERDICTS), note: Words(300) });
const Done = z.object({ done: z.literal(true) });

export const openInEmergencyContract = contract({
  route: routes.openInEmergency,
  summary: 'Open a file in an emergency without answering for the patient: a reason is asked for, the office is told, it is reviewed',
  door: 'signed-in',
  body: OpenBody,
  answer: Opened,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'RATE_LIMITED'],
  once: true,
});

export const listOpeningsContract = contract({
  route: routes.listOpenings,
  summary: 'Emergency openings: for the county all, for a township office those of its patients; newest first',
  door: 'break-glass:read',
  query: OpeningsQuery,
  answer: PageOf(Opening),
  refusals: [],
});

export const markOpeningSeenContract = contract({
  route: routes.markOpeningSeen,
  summary: 'The township office has seen that one of its files was opened',
  door: 'break-glass:see',
  params: OfOpening,
  answer: Done,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});

export const reviewOpeningContract = contract({
  route: routes.reviewOpening,
  summary: 'Say whether the reason of an emergency opening holds',
  door: 'break-glass:review',
  params: OfOpening,
  body: ReviewBody,
  answer: Done,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'REVIEW_OF_ONESELF', 'REVIEW_DONE'],
  once: true,
});

export type OfOpening = z.input<typeof OfOpening>;
export type OpenBody = z.input<typeof OpenBody>;
export type OpenedAnswer = z.infer<typeof Opened>;
export type OpeningRow = z.infer<typeof Opening>;
export type OpeningsQuery = z.input<typeof OpeningsQuery>;
export type OpeningsPage = { rows: OpeningRow[]; next: string | null };
export type ReviewBody = z.input<typeof ReviewBody>;
export type OpeningDone = z.infer<typeof Done>;
