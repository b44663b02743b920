import { grant, refuse, type Decision } from '../kernel/decision.ts';
import { ESCORT_ITEM_KEYS, ESCORT_ITEMS, type EscortItem, type EscortState } from './escort.terms.ts';

const NEXT: Readonly<Record<EscortState, readonly EscortState[]>> = {
  planned: ['underway', 'cancelled'],
  underway: ['handedOver', 'cancelled'],
  handedOver: [],
  cancelled: [],
};

/** Whoever set out is handed over with a receipt, or comes back; neither is undone. */
export const moveEscort = (from: EscortState, to: EscortState): Decision<EscortState> =>
  NEXT[from].includes(to) ? grant(to) : refuse('ESCORT_MOVE_NOT_ALLOWED');

/** What was handed over and what was not, line by line, so that nobody can add to it by hand. */
export const receiptItems = (items: readonly EscortItem[]): readonly (readonly [string, string])[] =>
  ESCORT_ITEM_KEYS.map(item => [ESCORT_ITEMS[item], items.includes(item) ? '已交' : '没有'] as const);
