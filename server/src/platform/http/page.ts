/** One page of a list, read with one row more than it shows: `last` is the row that the next page begins after, when there is a next. */
export function pageOf<Row>(rows: readonly Row[], limit: number): { readonly shown: readonly Row[]; readonly last: Row | undefined } {
  const shown = rows.slice(0, limit);
  return { shown, last: rows.length > limit ? shown.at(-1) : undefined };
}
