import type { BatchState, EntitlementState, ReceiptState } from '@guanhu/shared/payouts/payouts.terms';
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
export const RECEIPT_TONES: Readonly<Record<ReceiptState, Tone>> = { kept: 'calm', waiting: 'warn', forgotten: 'plain', none: 'plain' };
