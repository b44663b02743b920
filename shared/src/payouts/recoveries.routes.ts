import { route } from '../kernel/route.ts';
import type * as C from './recoveries.contract.ts';

type OfRecovery = { recoveryId: string };

export const proposeRecovery = route<{ params: { entitlementId: string }; body: C.ProposeRecoveryBody; answer: C.Recovery }>()(
  'POST',
  '/entitlements/:entitlementId/recoveries',
);
export const listRecoveries = route<{ query: C.ListRecoveriesQuery; answer: C.RecoveryPage }>()('GET', '/recoveries');
export const decideRecovery = route<{ params: OfRecovery; body: C.DecideRecoveryBody; answer: C.Recovery }>()(
  'POST',
  '/recoveries/:recoveryId/decision',
);
export const recordRepayment = route<{ params: OfRecovery; body: C.RecordRepaymentBody; answer: C.Recovery }>()(
  'POST',
  '/recoveries/:recoveryId/repayments',
);
