import { route } from '../kernel/route.ts';
import type * as C from './legal-matter.contract.ts';

/** Conflicts, what the justice office tells of, and what leads to the law. */
export const listLegalMatters = route<{ query: C.LegalMattersQuery; answer: C.LegalMattersPage }>()('GET', '/legal-matters');
export const recordLegalMatter = route<{ body: C.RecordLegalMatterBody; answer: C.LegalMatterRef }>()('POST', '/legal-matters');
export const readLegalMatter = route<{ params: C.LegalMatterParams; answer: C.LegalMatter }>()('GET', '/legal-matters/:matterId');
export const noteLegalMatter = route<{ params: C.LegalMatterParams; body: C.NoteLegalMatterBody; answer: C.LegalMatterRef }>()(
  'POST',
  '/legal-matters/:matterId/notes',
);
/** Somebody else sees to it from now on, or until another day. */
export const passLegalMatter = route<{ params: C.LegalMatterParams; body: C.PassLegalMatterBody; answer: C.LegalMatterRef }>()(
  'POST',
  '/legal-matters/:matterId/owner',
);
export const closeLegalMatter = route<{ params: C.LegalMatterParams; body: C.CloseLegalMatterBody; answer: C.LegalMatterRef }>()(
  'POST',
  '/legal-matters/:matterId/outcome',
);
