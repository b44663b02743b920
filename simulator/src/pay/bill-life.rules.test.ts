import { DEFAULT_LIFE } from '../configuration.ts';
import { dueEvent, isTerminal, move } from './bill-life.rules.ts';
import type { BillState, Waiting } from './bill-life.rules.ts';

const HOUR = 3_600_000;
const bill = (state: BillState, over: Partial<Waiting> = {}): Waiting => ({
  state,
  enteredAt: 0,
  stuck: false,
  affordable: true,
  failsWith: null,
  ...over,
});

describe('the life of a bill', () => {
  it('ends in exactly three states', () => {
    const states: BillState[] = ['ACCEPTED', 'PROCESSING', 'WAIT_USER_CONFIRM', 'TRANSFERING', 'SUCCESS', 'FAIL', 'CANCELING', 'CANCELLED'];
    expect(states.filter(isTerminal)).toEqual(['SUCCESS', 'FAIL', 'CANCELLED']);
  });

  it('can be cancelled until the payee has confirmed', () => {
    expect(move('ACCEPTED', 'cancel')).toBe('CANCELING');
    expect(move('PROCESSING', 'cancel')).toBe('CANCELING');
    expect(move('WAIT_USER_CONFIRM', 'cancel')).toBe('CANCELING');
    expect(move('TRANSFERING', 'cancel')).toBeNull();
    expect(move('SUCCESS', 'cancel')).toBeNull();
  });

  it('closes what nobody confirmed for 24 hours, not a millisecond earlier, later when told so', () => {
    expect(dueEvent(bill('WAIT_USER_CONFIRM'), 24 * HOUR - 1, DEFAULT_LIFE)).toBeNull();
    expect(dueEvent(bill('WAIT_USER_CONFIRM'), 24 * HOUR, DEFAULT_LIFE)).toEqual({
      event: 'fail',
      at: 24 * HOUR,
      failReason: 'OVERDUE_CLOSE',
    });
    expect(dueEvent(bill('WAIT_USER_CONFIRM'), 24 * HOUR, { ...DEFAULT_LIFE, overdueLateMilliseconds: 48 * 60_000 })).toBeNull();
  });

  it('waits in PROCESSING for money, and fails after a day without', () => {
    const poor = bill('PROCESSING', { affordable: false });
    expect(dueEvent(poor, 23 * HOUR, DEFAULT_LIFE)).toBeNull();
    expect(dueEvent(poor, 24 * HOUR, DEFAULT_LIFE)?.failReason).toBe('BUDGET_NOT_ENOUGH');
    expect(dueEvent(bill('PROCESSING'), 23 * HOUR, DEFAULT_LIFE)?.event).toBe('lock');
  });

  it('stays in PROCESSING while a fault holds it', () => {
    expect(dueEvent(bill('PROCESSING', { stuck: true }), 48 * HOUR, DEFAULT_LIFE)).toBeNull();
  });

  it('pays a confirmed transfer, or fails it for the reason known', () => {
    expect(dueEvent(bill('TRANSFERING'), HOUR, DEFAULT_LIFE)?.event).toBe('arrive');
    expect(dueEvent(bill('TRANSFERING', { failsWith: 'ACCOUNT_FROZEN' }), HOUR, DEFAULT_LIFE)).toMatchObject({
      event: 'fail',
      failReason: 'ACCOUNT_FROZEN',
    });
  });

  it('has nothing left to do at an end', () => {
    for (const state of ['SUCCESS', 'FAIL', 'CANCELLED'] as const) expect(dueEvent(bill(state), 1e15, DEFAULT_LIFE)).toBeNull();
  });
});
