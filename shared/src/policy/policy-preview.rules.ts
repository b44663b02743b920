import { MOVED_DATE_KEYS, NO_MOVES, type DateMove, type DateMoves, type MovedDate, type MovesByDate } from './policy-preview.terms.ts';

/** So many dates of one kind that move the same way. */
export const movesOf = (date: MovedDate, move: DateMove | null, count: number): MovesByDate =>
  move === null || count === 0 ? {} : { [date]: { ...NO_MOVES, [move]: count } };

const plus = (a: DateMoves, b: DateMoves, times = 1): DateMoves => ({
  earlier: a.earlier + b.earlier * times,
  later: a.later + b.later * times,
  added: a.added + b.added * times,
  dropped: a.dropped + b.dropped * times,
});

/** The same dates of so many more patients. */
export const moreMoves = (sum: MovesByDate, each: MovesByDate, times = 1): MovesByDate =>
  Object.fromEntries(
    MOVED_DATE_KEYS.flatMap(date => {
      const [one, other] = [sum[date], each[date]];
      return one || other ? [[date, plus(one ?? NO_MOVES, other ?? NO_MOVES, times)]] : [];
    }),
  );

/** All kinds together. */
export const allMoves = (moves: MovesByDate): DateMoves => Object.values(moves).reduce<DateMoves>((sum, each) => plus(sum, each), NO_MOVES);
