/** A value for each factor, by the factor's name. */
export type Row = Readonly<Record<string, string>>;
/** The ways in which something can be opened: the values of each further factor. */
export type Ways = Readonly<Record<string, readonly string[]>>;

const allWays = (ways: Ways): readonly Row[] =>
  Object.entries(ways).reduce<readonly Row[]>(
    (rows, [factor, values]) => rows.flatMap(row => values.map(value => ({ ...row, [factor]: value }))),
    [{}],
  );

/** Every pair of two factors' values that a row brings together, of which one at least is a way. */
function pairsOf(row: Row, ways: Ways): readonly string[] {
  const factors = Object.keys(row).sort();
  return factors.flatMap((one, at) =>
    factors
      .slice(at + 1)
      .filter(other => one in ways || other in ways)
      .map(other => `${one}=${row[one] ?? ''} ${other}=${row[other] ?? ''}`),
  );
}

/**
 * Opens everything once, each time in a way that brings most new pairs together, and then again what is still missing, until every value of
 * every factor has met every way. The same openings give the same rows.
 */
export function pairwise(openings: readonly Row[], ways: Ways): readonly Row[] {
  const possible = allWays(ways);
  const missing = new Set(openings.flatMap(opening => possible.flatMap(way => pairsOf({ ...opening, ...way }, ways))));
  const rows: Row[] = [];
  const take = (candidates: readonly Row[]): void => {
    const newPairs = (row: Row) => pairsOf(row, ways).filter(pair => missing.has(pair)).length;
    const best = candidates.reduce((chosen, row) => (newPairs(row) > newPairs(chosen) ? row : chosen));
    rows.push(best);
    for (const pair of pairsOf(best, ways)) missing.delete(pair);
  };
  for (const opening of openings) take(possible.map(way => ({ ...opening, ...way })));
  const everything = openings.flatMap(opening => possible.map(way => ({ ...opening, ...way })));
  while (missing.size > 0) take(everything);
  return rows;
}
