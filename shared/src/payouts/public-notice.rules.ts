/** Fewer people than this never stand as a group of their own in public: a village would know who they are. */
export const LEAST_IN_PUBLIC = 3;

type Share = { readonly amountFen: number; readonly people: number };
type NoticeSums = {
  readonly people: number;
  readonly totalFen: number;
  /** How many receive how much each, the largest amount first. */
  readonly shares: readonly Share[];
  /** People whose amount stands nowhere: none, or so many that nobody's can be worked out from the total. */
  readonly others: number;
};

/** What may stand in public of these payments: numbers and sums. Null when they are too few to be put up at all. */
export function noticeOf(amounts: readonly number[]): NoticeSums | null {
  if (amounts.length < LEAST_IN_PUBLIC) return null;
  const groups = new Map<number, number>();
  for (const amount of amounts) groups.set(amount, (groups.get(amount) ?? 0) + 1);
  const largestFirst = [...groups].map(([amountFen, people]): Share => ({ amountFen, people })).sort((a, b) => b.people - a.people);
  const shown = largestFirst.filter(({ people }) => people >= LEAST_IN_PUBLIC);
  const othersBeside = () => amounts.length - shown.reduce((sum, { people }) => sum + people, 0);
  // One or two who are left over could be told from the total: the smallest group goes with them.
  while (othersBeside() > 0 && othersBeside() < LEAST_IN_PUBLIC) shown.pop();
  return {
    people: amounts.length,
    totalFen: amounts.reduce((sum, amount) => sum + amount, 0),
    shares: shown.sort((a, b) => b.amountFen - a.amountFen),
    others: othersBeside(),
  };
}
