import { allMoves, moreMoves, movesOf } from './policy-preview.rules.ts';
import { NO_MOVES } from './policy-preview.terms.ts';

it('adds up dates kind by kind, and all together', () => {
  const one = moreMoves(movesOf('visit', 'earlier', 2), movesOf('healthExam', 'later', 1));
  const all = moreMoves(one, one, 3);
  expect(all).toEqual({ visit: { ...NO_MOVES, earlier: 8 }, healthExam: { ...NO_MOVES, later: 4 } });
  expect(allMoves(all)).toEqual({ ...NO_MOVES, earlier: 8, later: 4 });
});

it('says nothing of what does not move', () => {
  expect(movesOf('refill', null, 5)).toEqual({});
  expect(movesOf('refill', 'later', 0)).toEqual({});
});
