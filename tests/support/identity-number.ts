const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An ID number of an area code that does not exist, with a right check digit; another one for every index below 1,000. */
export function identityNumberFor(index: number): string {
  const body = `99010119700101${String(index).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(body[place]), 0);
  return `${body}${'10X98765432'.charAt(sum % 11)}`;
}
