import type { AreaKind } from './access.terms.ts';

const CODE = /^\d{12}$/;

/** A place of the statistical division list: 6 digits of the county, 3 of the township, 3 of the village. */
export type CodedArea = { readonly code: string; readonly kind: AreaKind; readonly parentCode: string | null };

/** Level and parent are written in the code itself. `undefined` when it is not one of 12 digits. */
export function readAreaCode(code: string): CodedArea | undefined {
  if (!CODE.test(code)) return undefined;
  if (code.endsWith('000000')) return { code, kind: 'county', parentCode: null };
  if (code.endsWith('000')) return { code, kind: 'township', parentCode: `${code.slice(0, 6)}000000` };
  return { code, kind: 'village', parentCode: `${code.slice(0, 9)}000` };
}
