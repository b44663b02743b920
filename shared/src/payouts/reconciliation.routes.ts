import { route } from '../kernel/route.ts';
import type * as C from './reconciliation.contract.ts';

export const readReconciliation = route<{ answer: C.ReconciliationShown }>()('GET', '/reconciliation');
