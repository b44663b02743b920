import fc from 'fast-check';
import { fen } from '../kernel/fen.ts';
import { decideHands, moveBatch } from './batch-life.rules.ts';
import { BILL_STATES, FINAL_BILL_STATES, isFinalBill, nextBillState, type BillState } from './bill-life.rules.ts';
import { balancesOf, POSTINGS, type PostingKind } from './ledger.rules.ts';
import { isSettled, movePayout } from './payout-life.rules.ts';
import { BATCH_STATE_CODES, ENTITLEMENT_STATE_CODES, LEDGER_ACCOUNT_CODES } from './payouts.terms.ts';

const PAYOUT_EVENTS = ['release', 'claim', 'platformSucceeded', 'platformFailed', 'retryByTwo', 'giveBackByTwo'] as const;

describe('the life of a payout', () => {
  it('is paid only out of a transfer', () => {
    const from = ENTITLEMENT_STATE_CODES.filter(state => {
      const moved = movePayout(state, 'platformSucceeded');
      return moved.granted && moved.value === 'paid';
    });
    expect(from).toEqual(['inTransfer']);
  });

  it('cannot be claimed twice, nor paid again', () => {
    expect(movePayout('inTransfer', 'claim')).toEqual({ granted: false, code: 'PAYOUT_MOVE_NOT_ALLOWED' });
    for (const event of PAYOUT_EVENTS) expect(movePayout('paid', event).granted).toBe(false);
  });

  it('comes back from a failure only through two people', () => {
    expect(PAYOUT_EVENTS.filter(event => movePayout('failed', event).granted)).toEqual(['retryByTwo', 'giveBackByTwo']);
  });

  it('is settled exactly where nothing can happen any more', () => {
    for (const state of ENTITLEMENT_STATE_CODES)
      expect(isSettled(state)).toBe(PAYOUT_EVENTS.every(event => !movePayout(state, event).granted));
  });
});

describe('the life of a batch', () => {
  it('goes through check and release, in this order', () => {
    expect(moveBatch('draft', 'release')).toEqual({ granted: false, code: 'BATCH_MOVE_NOT_ALLOWED' });
    expect(moveBatch('draft', 'check')).toEqual({ granted: true, value: 'checked' });
    expect(moveBatch('checked', 'release')).toEqual({ granted: true, value: 'released' });
    expect(moveBatch('released', 'allSettled')).toEqual({ granted: true, value: 'reconciled' });
  });

  it('can be sent back until money may have left', () => {
    expect(BATCH_STATE_CODES.filter(state => moveBatch(state, 'return').granted)).toEqual(['draft', 'checked']);
  });

  it('needs three pairs of hands, none of a party', () => {
    const made = { before: ['maker'] };
    const checked = { before: ['maker', 'checker'] };
    expect(decideHands(made, ['maker'], [])).toEqual({ granted: false, code: 'BATCH_SAME_PERSON' });
    expect(decideHands(made, ['checker'], []).granted).toBe(true);
    expect(decideHands(checked, ['maker'], [])).toEqual({ granted: false, code: 'BATCH_SAME_PERSON' });
    expect(decideHands(checked, ['checker'], [])).toEqual({ granted: false, code: 'BATCH_SAME_PERSON' });
    expect(decideHands(checked, ['payer'], ['guardian']).granted).toBe(true);
    expect(decideHands(checked, ['guardian'], ['guardian'])).toEqual({ granted: false, code: 'BATCH_OWN_PARTY' });
  });

  it('does not take a deputy for another pair of hands', () => {
    expect(decideHands({ before: ['maker'] }, ['deputy', 'maker'], [])).toEqual({
      granted: false,
      code: 'BATCH_SAME_PERSON',
    });
    expect(decideHands({ before: ['maker', 'checker'] }, ['deputy', 'guardian'], ['guardian'])).toEqual({
      granted: false,
      code: 'BATCH_OWN_PARTY',
    });
  });
});

describe('the life of a bill', () => {
  it('never leaves a final state', () => {
    for (const end of FINAL_BILL_STATES) for (const heard of BILL_STATES) expect(nextBillState(end, heard)).toBe(end);
  });

  it('waits on at a word it does not know', () => {
    for (const state of BILL_STATES) {
      expect(nextBillState(state, 'SOMETHING_NEW')).toBe(state);
      expect(nextBillState(state, 'unknown')).toBe(state);
    }
  });

  it('is not led back by an answer that was overtaken', () => {
    expect(nextBillState('WAIT_USER_CONFIRM', 'ACCEPTED')).toBe('WAIT_USER_CONFIRM');
    expect(nextBillState('TRANSFERING', 'WAIT_USER_CONFIRM')).toBe('TRANSFERING');
    expect(nextBillState('prepared', 'ACCEPTED')).toBe('ACCEPTED');
  });

  it('ends the same in whatever order and however often the platform says it', () => {
    const middle = fc.array(fc.constantFrom<BillState>('ACCEPTED', 'PROCESSING', 'WAIT_USER_CONFIRM', 'TRANSFERING'), { maxLength: 12 });
    fc.assert(
      fc.property(middle, middle, fc.constantFrom(...FINAL_BILL_STATES), (before, after, end) => {
        const last = [...before, end, ...after].reduce<BillState>(nextBillState, 'prepared');
        expect(last).toBe(end);
        expect(isFinalBill(last)).toBe(true);
      }),
    );
  });
});

describe('the ledger', () => {
  it('balances whatever is posted', () => {
    const posting = fc.record({
      kind: fc.constantFrom(...(Object.keys(POSTINGS) as PostingKind[])),
      amountFen: fc.integer({ min: 1, max: 10_000_000 }).map(fen),
    });
    fc.assert(
      fc.property(fc.array(posting, { maxLength: 40 }), postings => {
        const balances = balancesOf(postings);
        expect(LEDGER_ACCOUNT_CODES.reduce((total, account) => total + balances[account], 0)).toBe(0);
      }),
    );
  });

  it('follows one payment from finance to the guardian', () => {
    const amountFen = fen(60_000);
    const post = (...kinds: PostingKind[]) => balancesOf(kinds.map(kind => ({ kind, amountFen })));
    expect(post('appropriation', 'commit', 'release', 'claim', 'paid')).toMatchObject({
      received: -60_000,
      available: 0,
      inTransfer: 0,
      paid: 60_000,
    });
    expect(post('appropriation', 'commit', 'release', 'claim', 'failed', 'giveBack')).toMatchObject({
      available: 60_000,
      failed: 0,
      paid: 0,
    });
    expect(post('appropriation', 'commit', 'uncommit')).toMatchObject({ available: 60_000, committed: 0 });
  });
});
