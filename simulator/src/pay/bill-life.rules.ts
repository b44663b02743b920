import type { LifeSettings } from '../configuration.ts';

export type BillState = 'ACCEPTED' | 'PROCESSING' | 'WAIT_USER_CONFIRM' | 'TRANSFERING' | 'SUCCESS' | 'FAIL' | 'CANCELING' | 'CANCELLED';

export type BillEvent = 'process' | 'lock' | 'confirm' | 'arrive' | 'fail' | 'cancel' | 'cancelled';

/**
 * The whole life of a transfer bill; what is not here cannot happen. A payee's confirmation ends the merchant's right
 * to cancel.
 */
const MOVES: { readonly [S in BillState]: { readonly [E in BillEvent]?: BillState } } = {
  ACCEPTED: { process: 'PROCESSING', fail: 'FAIL', cancel: 'CANCELING' },
  PROCESSING: { lock: 'WAIT_USER_CONFIRM', fail: 'FAIL', cancel: 'CANCELING' },
  WAIT_USER_CONFIRM: { confirm: 'TRANSFERING', fail: 'FAIL', cancel: 'CANCELING' },
  TRANSFERING: { arrive: 'SUCCESS', fail: 'FAIL' },
  CANCELING: { cancelled: 'CANCELLED' },
  SUCCESS: {},
  FAIL: {},
  CANCELLED: {},
};

/** Where the event leads from here, or null when it cannot happen here. */
export const move = (from: BillState, event: BillEvent): BillState | null => MOVES[from][event] ?? null;

export const isTerminal = (state: BillState): boolean => Object.keys(MOVES[state]).length === 0;

/** What the passing of time depends on. Times are milliseconds of the platform's clock. */
export interface Waiting {
  state: BillState;
  enteredAt: number;
  stuck: boolean;
  /** The merchant's balance covers the amount. */
  affordable: boolean;
  /** Why the confirmed transfer is going to fail, or null. */
  failsWith: string | null;
}

export interface TimedEvent {
  event: BillEvent;
  /** The moment it happens, not the moment somebody looks. */
  at: number;
  failReason: string | null;
}

/** The next thing that time alone does to a bill by `now`, or null when nothing is due yet. */
export const dueEvent = (bill: Waiting, now: number, life: LifeSettings): TimedEvent | null => {
  const after = (milliseconds: number, event: BillEvent, failReason: string | null = null): TimedEvent | null =>
    now >= bill.enteredAt + milliseconds ? { event, at: bill.enteredAt + milliseconds, failReason } : null;
  switch (bill.state) {
    case 'ACCEPTED':
      return after(life.acceptMilliseconds / 2, 'process');
    case 'PROCESSING':
      if (bill.stuck) return null;
      if (!bill.affordable) return after(life.lowBalanceWithinMilliseconds, 'fail', 'BUDGET_NOT_ENOUGH');
      return now >= bill.enteredAt + life.acceptMilliseconds / 2 ? { event: 'lock', at: now, failReason: null } : null;
    case 'WAIT_USER_CONFIRM':
      // Absent in the state of an older simulator.
      if (typeof life.confirmAfterMilliseconds === 'number') return after(life.confirmAfterMilliseconds, 'confirm');
      return after(life.confirmWithinMilliseconds + life.overdueLateMilliseconds, 'fail', 'OVERDUE_CLOSE');
    case 'TRANSFERING':
      return bill.failsWith === null
        ? after(life.transferMilliseconds, 'arrive')
        : after(life.transferMilliseconds, 'fail', bill.failsWith);
    case 'CANCELING':
      return after(life.cancelMilliseconds, 'cancelled', 'MCH_CANCEL');
    default:
      return null;
  }
};
