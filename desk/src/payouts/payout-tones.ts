import type { BatchState, EntitlementState } from '@guanhu/shared/payouts/payouts.terms';
import type { Tone } from '../ui/tag.tsx';

export const BATCH_TONES: Readonly<Record<BatchState, Tone>> = {
  draft: 'warn',
  checked: 'warn',
  released: 'warn',
  reconciled: 'calm',
  returned: 'danger',
};
export const ENTITLEMENT_TONES: Readonly<Record<EntitlementState, Tone>> = {
  approved: 'plain',
  claimable: 'warn',
  inTransfer: 'warn',
  paid: 'calm',
  failed: 'danger',
  returned: 'plain',
};
