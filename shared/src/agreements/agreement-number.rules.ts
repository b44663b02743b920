/** 'GH-990101-2026-0001': the county's six digits of the area code, year of the term's first day, serial within county and year. */
export function agreementNumber(countyCode: string, year: number, serial: number): string {
  if (!Number.isSafeInteger(serial) || serial < 1) throw new RangeError('not a serial');
  return `GH-${countyCode.slice(0, 6)}-${year}-${String(serial).padStart(4, '0')}`;
}

/** The county's six digits in a number as `agreementNumber` makes it. */
export const countyOfNumber = (number: string): string => number.slice(3, 9);
