import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyVault } from './vault.ts';

/** Why something is done to somebody's money, and what they said to it when they were heard. */
export type HeardWords = { readonly reason: string; readonly guardianSaid: string };
type Sealed = { readonly id: Id; readonly reasonSealed: Buffer; readonly guardianSaidSealed: Buffer };

/** The two columns of a table that hold them, as a SELECT names them. */
export const HEARD_COLUMNS = 'reason_sealed AS "reasonSealed", guardian_said_sealed AS "guardianSaidSealed"';

const place = (table: string, row: Id, column: 'reason_sealed' | 'guardian_said_sealed') => ({ table, row, column });

/** What is stored of them, in the order of the columns. */
export const sealHeard = (
  vault: CountyVault,
  table: string,
  { id, reason, guardianSaid }: HeardWords & { readonly id: Id },
): [Buffer, Buffer] => [
  vault.seal(place(table, id, 'reason_sealed'), reason),
  vault.seal(place(table, id, 'guardian_said_sealed'), guardianSaid),
];

/** The row with its words. */
export const openHeard = <R extends Sealed>(
  vault: CountyVault,
  table: string,
  { reasonSealed, guardianSaidSealed, ...row }: R,
): Omit<R, 'reasonSealed' | 'guardianSaidSealed'> & HeardWords => ({
  ...row,
  reason: vault.open(place(table, row.id, 'reason_sealed'), reasonSealed),
  guardianSaid: vault.open(place(table, row.id, 'guardian_said_sealed'), guardianSaidSealed),
});
