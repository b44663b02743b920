import { z } from 'zod';
import { contract, Day, IdText, Instant, keysOf, PageOf, PageQuery, Version, Words } from '../kernel/contract.ts';
import * as routes from './warnings.routes.ts';
import { WARNING_KINDS, WARNING_STATES, type WarningKind, type WarningState } from './warnings.terms.ts';

const State = keysOf<WarningState>(WARNING_STATES);
const Warning = z
  .object({
    warningId: IdText,
    patientId: IdText,
    patientName: z.string(),
    villageName: z.string(),
    kind: keysOf<WarningKind>(WARNING_KINDS),
    grade: z.literal([1, 2, 3]),
    /** The day of its cause. */
    since: Day,
    /** Why there is one, in words. */
    words: z.string(),
    state: State,
    raisedAt: Instant,
    acknowledgedAt: Instant.nullable(),
    closedAt: Instant.nullable(),
    /** What was done about it. */
    note: z.string().nullable(),
    version: Version,
  })
  .meta({ id: 'EarlyWarning' });
const OfWarning = z.strictObject({ warningId: IdText });
const WarningsQuery = PageQuery.extend({ state: State.optional() });
const Acknowledge = z.strictObject({ version: Version });
const Close = z.strictObject({ version: Version, note: Words(500) });

export const listWarningsContract = contract({
  route: routes.listWarnings,
  summary: 'Early warnings of the reader’s patients, newest first, each with its reason; nothing follows from one by itself',
  door: 'warning:read',
  query: WarningsQuery,
  answer: PageOf(Warning),
  refusals: [],
});
export const acknowledgeWarningContract = contract({
  route: routes.acknowledgeWarning,
  summary: 'Somebody has seen the warning and looks into it',
  door: 'warning:answer',
  params: OfWarning,
  body: Acknowledge,
  answer: Warning,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'STALE'],
  once: true,
});
export const closeWarningContract = contract({
  route: routes.closeWarning,
  summary: 'The warning is dealt with, and how',
  door: 'warning:answer',
  params: OfWarning,
  body: Close,
  answer: Warning,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'STALE'],
  once: true,
});

export type WarningsQuery = z.input<typeof WarningsQuery>;
export type WarningAnswer = z.infer<typeof Warning>;
export type WarningsPage = { rows: WarningAnswer[]; next: string | null };
export type AcknowledgeWarningBody = z.input<typeof Acknowledge>;
export type CloseWarningBody = z.input<typeof Close>;
