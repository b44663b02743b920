/** '1 day', '3 days': English has two forms; `several` where an s does not make the second. */
export const counted = (count: number, one: string, several = `${one}s`): string => `${String(count)} ${count === 1 ? one : several}`;

export const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
