import type { LetterRow } from '@guanhu/shared/duties/duties.contract';

type Letter = Pick<LetterRow, 'letterId' | 'dueOn' | 'state'>;

/** Letters that can still be answered: the one that a task asks for first, then the unanswered by their day; and those that are over. */
export function lettersInOrder<Row extends Letter>(
  rows: readonly Row[],
  asked: string | undefined,
): { readonly live: readonly Row[]; readonly over: readonly Row[] } {
  const rank = (row: Row) => (row.letterId === asked ? 0 : row.state === 'open' ? 1 : 2);
  const live = rows.filter(row => row.state !== 'closed');
  return {
    live: [...live].sort((a, b) => rank(a) - rank(b) || (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn))),
    over: rows.filter(row => row.state === 'closed'),
  };
}
