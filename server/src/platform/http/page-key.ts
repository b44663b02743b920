import { Refusal } from '@guanhu/shared/kernel/decision';
import { isId, type Id } from '@guanhu/shared/kernel/ids';

/** Where a page of a list that runs backwards in time ended. */
export type PageKey = { readonly at: Date; readonly id: Id };

/** The key of a page as it travels. Instants are kept in milliseconds, so nothing is lost. */
export const pageKey = ({ at, id }: PageKey): string => `${String(at.getTime())}_${id}`;

/** The key that came back; null for the first page. @throws Refusal INPUT_INVALID when it was not made by `pageKey`. */
export function readPageKey(after: string | undefined): PageKey | null {
  if (after === undefined) return null;
  const [, at, id = ''] = /^(\d{1,15})_(.+)$/.exec(after) ?? [];
  if (at === undefined || !isId(id)) throw new Refusal('INPUT_INVALID', ['query.after']);
  return { at: new Date(Number(at)), id };
}
