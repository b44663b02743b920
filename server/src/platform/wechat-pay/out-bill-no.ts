/** 'gh' + the entitlement's 128 bits in 25 base-36 digits + the attempt in 5 decimal digits. */
const PREFIX = 'gh';
const ID_DIGITS = 25;
const ATTEMPT_DIGITS = 5;

/**
 * The number under which the platform knows one attempt to pay one entitlement: 32 characters out of [0-9a-z].
 * It is the platform's idempotency key, so it is derived and never drawn: the same attempt always asks under the same number, whoever
 * asks and after whatever crash. Two attempts or two entitlements never share one, also where letters are compared without case.
 * @param attempt 1, 2, …; a new one only after a definite FAIL or CANCELLED.
 * @throws RangeError when the id is not a UUID or the attempt is not in 1 … 99999.
 */
export function outBillNo(entitlementId: string, attempt: number): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(entitlementId)) throw new RangeError('not a UUID');
  if (!Number.isInteger(attempt) || attempt < 1 || attempt >= 10 ** ATTEMPT_DIGITS) throw new RangeError('not an attempt');
  const id = BigInt(`0x${entitlementId.replaceAll('-', '')}`)
    .toString(36)
    .padStart(ID_DIGITS, '0');
  return `${PREFIX}${id}${String(attempt).padStart(ATTEMPT_DIGITS, '0')}`;
}
