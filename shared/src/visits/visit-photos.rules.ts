import { grant, refuse, type Decision } from '../kernel/decision.ts';

/** How many photographs one visit may have: a room, medicine, a lock; a visit is no photo session. */
export const MOST_PHOTOS = 3;

/** Whether this person may put one more photograph to a visit. Whoever was there photographs; a photograph is never needed. */
export function decidePhoto({ isVisitor, photos }: { readonly isVisitor: boolean; readonly photos: number }): Decision<'add'> {
  if (!isVisitor) return refuse('VISIT_OF_ANOTHER');
  return photos >= MOST_PHOTOS ? refuse('VISIT_PHOTOS_FULL') : grant('add');
}
