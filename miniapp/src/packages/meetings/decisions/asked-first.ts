/** The one that a task asks for first, then what is due soonest. */
export const askedFirst = <Row extends { readonly decisionId: string; readonly dueOn: string }>(
  rows: readonly Row[],
  asked: string | undefined,
): readonly Row[] =>
  [...rows].sort(
    (a, b) => Number(b.decisionId === asked) - Number(a.decisionId === asked) || (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)),
  );
