import { createHash } from 'node:crypto';
import { startOf, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { EntitlementKind } from '@guanhu/shared/payouts/payouts.terms';

/**
 * The id of what an agreement earns for a period. Derived and never drawn, as the number of its transfer is from it: where a restored backup has
 * forgotten an entitlement that was paid, it comes back under the same id, and the platform knows its number. A UUID of version 8 that begins with
 * the period's first day, so that later periods sort after earlier ones.
 */
export function entitlementId(agreementId: Id, from: CalendarDate, kind: EntitlementKind, seq: number): Id {
  const day = startOf(from).getTime().toString(16).padStart(12, '0');
  const digits = createHash('sha256')
    .update(['entitlement', agreementId, from, kind, String(seq)].join('\n'))
    .digest('hex');
  const variant = '89ab'.charAt(Number.parseInt(digits.charAt(0), 16) % 4);
  return [day.slice(0, 8), day.slice(8), `8${digits.slice(1, 4)}`, variant + digits.slice(4, 7), digits.slice(7, 19)].join('-');
}
