import fc from 'fast-check';
import { LEAST_IN_PUBLIC, noticeOf } from './public-notice.rules.ts';

it('shows how many receive how much, and all together', () => {
  expect(noticeOf([60_000, 60_000, 60_000, 30_000, 30_000, 30_000])).toEqual({
    people: 6,
    totalFen: 270_000,
    shares: [
      { amountFen: 60_000, people: 3 },
      { amountFen: 30_000, people: 3 },
    ],
    others: 0,
  });
});

it('puts nothing up about one or two people', () => {
  expect([noticeOf([]), noticeOf([1]), noticeOf([1, 1])]).toEqual([null, null, null]);
  expect(noticeOf([1, 1, 1])).toEqual({ people: 3, totalFen: 3, shares: [{ amountFen: 1, people: 3 }], others: 0 });
});

it('lets nobody be worked out from the rest', () => {
  expect(noticeOf([60_000, 60_000, 60_000, 60_000, 20_000])).toMatchObject({ people: 5, shares: [], others: 5 });
  const amounts = fc.array(fc.constantFrom(10_000, 20_000, 30_000, 60_000), { minLength: LEAST_IN_PUBLIC, maxLength: 40 });
  fc.assert(
    fc.property(amounts, all => {
      const notice = noticeOf(all);
      if (!notice) throw new Error('enough people');
      expect(notice.others === 0 || notice.others >= LEAST_IN_PUBLIC).toBe(true);
      for (const { people } of notice.shares) expect(people).toBeGreaterThanOrEqual(LEAST_IN_PUBLIC);
      expect(notice.shares.reduce((sum, { people }) => sum + people, notice.others)).toBe(all.length);
    }),
  );
});
