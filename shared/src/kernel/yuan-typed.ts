const TYPED = /^(\d{1,9})(?:\.(\d{1,2}))?$/;

/** Fen of an amount typed in yuan: '1,234.5' → 123450. Undefined when it is none, or has a fraction of a fen. */
export function fenTyped(typed: string): number | undefined {
  const parts = TYPED.exec(typed.normalize('NFKC').replace(/[\s,，元]/g, ''));
  if (!parts) return undefined;
  return Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
}
