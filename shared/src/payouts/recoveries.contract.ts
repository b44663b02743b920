import { z } from 'zod';
import { contract, Day, FenAmount, IdPageQuery, IdText, Instant, keysOf, PageOf, Version, Words } from '../kernel/contract.ts';
import * as routes from './recoveries.routes.ts';
import { RECOVERY_STATES, type RecoveryState } from './recovery.terms.ts';

const OfRecovery = z.strictObject({ recoveryId: IdText });
const State = keysOf<RecoveryState>(RECOVERY_STATES);

const Recovery = z
  .object({
    id: IdText,
    entitlementId: IdText,
    agreementNumber: z.string(),
    guardianName: z.string(),
    /** The period whose money it was. */
    from: Day,
    to: Day,
    state: State,
    version: Version,
    amountFen: FenAmount,
    repaidFen: FenAmount,
    reason: z.string(),
    /** What the guardian said to it, and when. */
    guardianSaid: z.string(),
    guardianHeardOn: Day,
    proposedBy: z.string(),
    proposedAt: Instant,
    decidedBy: z.string().nullable(),
    repayments: z.array(z.object({ amountFen: FenAmount, documentNumber: z.string(), paidOn: Day, by: z.string() })),
    may: z.object({ decide: z.boolean(), repay: z.boolean() }),
  })
  .meta({ id: 'Recovery' });
export type Recovery = z.infer<typeof Recovery>;
const RecoveryPage = PageOf(Recovery);
export type RecoveryPage = z.infer<typeof RecoveryPage>;

const ProposeRecoveryBody = z.strictObject({
  recoveryId: IdText,
  amountFen: FenAmount.min(1),
  reason: Words(500),
  guardianSaid: Words(500),
  guardianHeardOn: Day,
});
export type ProposeRecoveryBody = z.input<typeof ProposeRecoveryBody>;
export const proposeRecoveryContract = contract({
  route: routes.proposeRecovery,
  summary: 'Proposes to ask money back that was got by deceit; it becomes a debt when a second person agrees, and never a deduction',
  door: 'recovery:propose',
  params: z.strictObject({ entitlementId: IdText }),
  body: ProposeRecoveryBody,
  answer: Recovery,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'RECOVERY_TOO_MUCH', 'BATCH_OWN_PARTY', 'GUARDIAN_HEARD_DAY_INVALID', 'INPUT_INVALID'],
  once: true,
});

const ListRecoveriesQuery = IdPageQuery.extend({ state: State.optional() });
export type ListRecoveriesQuery = z.input<typeof ListRecoveriesQuery>;
export const listRecoveriesContract = contract({
  route: routes.listRecoveries,
  summary: 'Debts after fraud of the reader’s area, newest first',
  door: 'recovery:read',
  query: ListRecoveriesQuery,
  answer: RecoveryPage,
  refusals: ['SIGN_IN_NEEDED', 'INPUT_INVALID'],
});

const DecideRecoveryBody = z.strictObject({ version: Version, decision: z.enum(['agree', 'withdraw']) });
export type DecideRecoveryBody = z.input<typeof DecideRecoveryBody>;
export const decideRecoveryContract = contract({
  route: routes.decideRecovery,
  summary: 'A second person agrees to a debt, or takes it back',
  door: 'recovery:decide',
  params: OfRecovery,
  body: DecideRecoveryBody,
  answer: Recovery,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'RECOVERY_MOVE_NOT_ALLOWED', 'SECOND_PERSON_NEEDED', 'BATCH_OWN_PARTY', 'STALE'],
  once: true,
});

const RecordRepaymentBody = z.strictObject({
  version: Version,
  amountFen: FenAmount.min(1),
  documentNumber: Words(60),
  paidOn: Day,
});
export type RecordRepaymentBody = z.input<typeof RecordRepaymentBody>;
export const recordRepaymentContract = contract({
  route: routes.recordRepayment,
  summary: 'Finance notes what was paid back, with its receipt; the last fen settles the debt',
  door: 'recovery:settle',
  params: OfRecovery,
  body: RecordRepaymentBody,
  answer: Recovery,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'RECOVERY_MOVE_NOT_ALLOWED', 'RECOVERY_TOO_MUCH', 'BATCH_OWN_PARTY', 'INPUT_INVALID', 'STALE'],
  once: true,
});
