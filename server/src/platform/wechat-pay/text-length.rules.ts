/** Whether `text` has between `least` and `most` characters (code points). */
export function isBetween(text: string, least: number, most: number): boolean {
  const length = Array.from(text).length;
  return length >= least && length <= most;
}
