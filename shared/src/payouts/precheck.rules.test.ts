import { fitsIntoDay, precheck, stopsBatch } from './precheck.rules.ts';

const LIMITS = { singleMinFen: 10, singleMaxFen: 20_000 };
const wechat = { channel: 'wechat', boundToWechat: true, holderIsGuardian: null } as const;

it('lets through what the platform takes, at both ends exactly', () => {
  expect([10, 20_000].map(amount => precheck(wechat, amount, LIMITS))).toEqual([null, null]);
  expect([9, 20_001].map(amount => precheck(wechat, amount, LIMITS))).toEqual(['belowLeast', 'overSingle']);
});

it('knows who cannot be paid yet, and whose account it is', () => {
  expect(precheck({ ...wechat, boundToWechat: false }, 100, LIMITS)).toBe('notBound');
  expect(precheck({ channel: 'bank', boundToWechat: false, holderIsGuardian: true }, 10 ** 9, LIMITS)).toBeNull();
  expect(precheck({ channel: 'bank', boundToWechat: false, holderIsGuardian: false }, 100, LIMITS)).toBe('nameDiffers');
  expect(precheck({ channel: 'cash', boundToWechat: false, holderIsGuardian: null }, 1, LIMITS)).toBeNull();
});

it('stops a batch for amounts and names, not for who may still bind', () => {
  expect((['notBound', 'nameDiffers', 'overSingle', 'belowLeast', null] as const).map(stopsBatch)).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
});

it('fits a day to the fen, for the person and for the merchant', () => {
  const limits = { perPersonDayFen: 1_000, perDayFen: 5_000 };
  expect(fitsIntoDay(400, { personFen: 600, merchantFen: 4_600 }, limits)).toBe(true);
  expect(fitsIntoDay(401, { personFen: 600, merchantFen: 0 }, limits)).toBe(false);
  expect(fitsIntoDay(401, { personFen: 0, merchantFen: 4_600 }, limits)).toBe(false);
});
