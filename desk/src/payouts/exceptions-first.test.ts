import type { BatchState, EntitlementState } from '@guanhu/shared/payouts/payouts.terms';
import { batchesExceptionsFirst, entitlementsExceptionsFirst } from './exceptions-first.ts';

const batch = (id: string, state: BatchState, failed = 0) => ({ id, state, failed });
const payment = (id: string, state: EntitlementState, amountFen = 60_000, changed: string[] = []) => ({
  id,
  state,
  fullFen: 60_000,
  amountFen,
  changed,
});
const ids = (rows: readonly { id: string }[]) => rows.map(row => row.id).join('');

it('puts batches that wait or have a failure above those that run, and those above the rest', () => {
  const batches = [batch('a', 'reconciled'), batch('b', 'released'), batch('c', 'draft'), batch('d', 'released', 2), batch('e', 'checked')];
  expect(ids(batchesExceptionsFirst(batches))).toBe('cdeba');
});

it('keeps the newest first among equals', () => {
  expect(ids(batchesExceptionsFirst([batch('c', 'draft'), batch('b', 'checked'), batch('a', 'draft')]))).toBe('cba');
});

it('puts what has changed since the batch was made above what has not', () => {
  expect(ids(entitlementsExceptionsFirst([payment('a', 'claimable'), payment('b', 'approved', 60_000, ['换绑了微信'])]))).toBe('ba');
});

it('puts failed payments first, then reduced ones', () => {
  const payments = [payment('a', 'paid'), payment('b', 'claimable'), payment('c', 'claimable', 40_000), payment('d', 'failed')];
  expect(ids(entitlementsExceptionsFirst(payments))).toBe('dcba');
});
