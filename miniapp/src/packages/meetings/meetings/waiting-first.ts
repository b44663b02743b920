/** What waits for the reader stands first; otherwise the order stays. */
export const waitingFirst = <Row extends { readonly waitsForMe: boolean }>(rows: readonly Row[]): readonly Row[] => [
  ...rows.filter(row => row.waitsForMe),
  ...rows.filter(row => !row.waitsForMe),
];
