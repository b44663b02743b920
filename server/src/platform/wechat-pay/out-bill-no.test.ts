import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { outBillNo } from './out-bill-no.ts';

const ID = '01950000-0000-7000-8000-000000000001';

describe('outBillNo', () => {
  it('is 32 lower-case letters and digits, and always the same', () => {
    expect(outBillNo(ID, 1)).toBe(outBillNo(ID.toUpperCase(), 1));
    expect(outBillNo(ID, 1)).toMatch(/^gh[0-9a-z]{25}00001$/);
    expect(outBillNo('ffffffff-ffff-ffff-ffff-ffffffffffff', 99_999)).toHaveLength(32);
    expect(outBillNo('00000000-0000-0000-0000-000000000000', 1)).toHaveLength(32);
  });

  it('is shared by no two attempts and no two entitlements', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 99_999 }), (a, b, i, j) => {
        expect(outBillNo(a, i) === outBillNo(b, j)).toBe(a === b && i === j);
        expect(outBillNo(a, i) === outBillNo(a, j)).toBe(i === j);
      }),
    );
  });

  it.each([0, -1, 1.5, 100_000, Number.NaN])('refuses attempt %p', attempt => {
    expect(() => outBillNo(ID, attempt)).toThrow(RangeError);
  });

  it('refuses an id that is none', () => {
    expect(() => outBillNo('entitlement-1', 1)).toThrow(RangeError);
  });
});
