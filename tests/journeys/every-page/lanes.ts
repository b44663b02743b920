/** Does something with each of many, so many at once. @returns all that came of it, in the order of the many */
export async function inLanes<T, R>(many: readonly T[], lanes: number, run: (one: T) => Promise<readonly R[]>): Promise<readonly R[]> {
  const waiting = [...many.entries()];
  const found: (readonly R[])[] = [];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) found[next[0]] = await run(next[1]);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return found.flat();
}
