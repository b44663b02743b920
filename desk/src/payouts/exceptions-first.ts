import type { BatchState, EntitlementState } from '@guanhu/shared/payouts/payouts.terms';

/** Lower comes first: what waits for somebody or went wrong, then what runs, then what is over. */
const BATCH_ORDER: Readonly<Record<BatchState, number>> = { draft: 0, checked: 0, released: 1, returned: 2, reconciled: 2 };
const ENTITLEMENT_ORDER: Readonly<Record<EntitlementState, number>> = {
  failed: 0,
  inTransfer: 2,
  claimable: 3,
  approved: 3,
  returned: 4,
  paid: 5,
};

/** Batches with something to do above the rest; among equals the order stays, newest first. */
export const batchesExceptionsFirst = <B extends { readonly state: BatchState; readonly failed: number }>(batches: readonly B[]): B[] => {
  const rank = (batch: B) => (batch.failed > 0 && batch.state === 'released' ? 0 : BATCH_ORDER[batch.state]);
  return [...batches].sort((a, b) => rank(a) - rank(b));
};

/** Payments that went wrong, then those that have changed or are less than the full amount, then the rest. */
export const entitlementsExceptionsFirst = <
  E extends { readonly state: EntitlementState; readonly fullFen: number; readonly amountFen: number; readonly changed: readonly string[] },
>(
  entitlements: readonly E[],
): E[] => {
  const rank = (one: E) =>
    one.state !== 'failed' && (one.amountFen !== one.fullFen || one.changed.length > 0) ? 1 : ENTITLEMENT_ORDER[one.state];
  return [...entitlements].sort((a, b) => rank(a) - rank(b));
};
