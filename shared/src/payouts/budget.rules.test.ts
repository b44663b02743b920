import fc from 'fast-check';
import { fen } from '../kernel/fen.ts';
import { decideCheck, decidePaying, decideSpending, decideTakeBack, lineToPay, sumByPurpose } from './budget.rules.ts';
import { BUDGET_PURPOSE_CODES, type BudgetPurpose } from './budget.terms.ts';
import { balancesOf, NO_MONEY, type Posting, type PostingKind } from './ledger.rules.ts';

it('keeps the reward’s money for the reward, and the other purposes’ out of it (YM-23)', () => {
  expect(BUDGET_PURPOSE_CODES.filter(purpose => decidePaying(purpose).granted)).toEqual(['reward']);
  expect(BUDGET_PURPOSE_CODES.filter(purpose => decideSpending(purpose).granted)).toEqual(
    BUDGET_PURPOSE_CODES.filter(purpose => purpose !== 'reward'),
  );
});

it.each([
  ['the line of this year that holds most', [2026, 500, 2026, 900], 400, 1],
  ['to the fen', [2026, 399, 2025, 400], 400, 1],
  ['this year’s before a fuller one of last year', [2025, 9_000, 2026, 400], 400, 1],
  ['the latest year before that covers it', [2024, 400, 2025, 400], 400, 1],
  ['no year ahead', [2027, 9_000, 2026, 1], 400, 1],
] as const)('pays from %s', (_, [firstYear, firstFen, secondYear, secondFen], amountFen, expected) => {
  const lines = [
    { year: firstYear, availableFen: firstFen },
    { year: secondYear, availableFen: secondFen },
  ];
  expect(lineToPay(lines, amountFen, 2026)).toBe(lines[expected]);
});

it('finds no line where there is none until this year', () => {
  expect(lineToPay([], 1, 2026)).toBeUndefined();
  expect(lineToPay([{ year: 2027, availableFen: 5 }], 1, 2026)).toBeUndefined();
});

const typed = { source: 'typed', recordedBy: 'a', steps: [] } as const;
it('takes back what was typed once, until somebody looked into it', () => {
  expect(decideTakeBack(typed).granted).toBe(true);
  for (const spent of [
    { ...typed, source: 'cost' },
    { ...typed, steps: ['checked'] },
    { ...typed, steps: ['takenBack'] },
  ] as const)
    expect(decideTakeBack(spent)).toMatchObject({ granted: false, code: 'EXPENDITURE_FIXED' });
});

it('has its use looked into by another person, once (TH-08)', () => {
  expect(decideCheck(typed, ['b']).granted).toBe(true);
  expect(decideCheck(typed, ['b', 'a'])).toMatchObject({ granted: false, code: 'EXPENDITURE_SAME_PERSON' });
  for (const spent of [
    { ...typed, source: 'cost' },
    { ...typed, steps: ['checked'] },
    { ...typed, steps: ['takenBack'] },
  ] as const)
    expect(decideCheck(spent, ['b'])).toMatchObject({ granted: false, code: 'EXPENDITURE_FIXED' });
});

it('whatever is received, paid and spent: each purpose has what came less what went, and no fen of another’s (YM-23)', () => {
  const KINDS: readonly PostingKind[] = ['appropriation', 'commit', 'release', 'claim', 'paid', 'recover', 'recovered', 'spend', 'unspend'];
  const posting = fc.record({ kind: fc.constantFrom(...KINDS), amountFen: fc.integer({ min: 1, max: 1_000_000 }).map(fen) });
  const line = fc.record({
    year: fc.constantFrom(2025, 2026),
    purpose: fc.constantFrom<BudgetPurpose>(...BUDGET_PURPOSE_CODES),
    plannedFen: fc.nat(1_000_000),
    postings: fc.array<Posting>(posting, { maxLength: 12 }),
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), drawn => {
      const lines = drawn.map(({ postings, ...more }) => ({ ...more, balances: balancesOf(postings) }));
      const sums = sumByPurpose(lines, 2026);
      expect(sums.map(sum => sum.purpose)).toEqual(BUDGET_PURPOSE_CODES);
      for (const { purpose, plannedFen, receivedFen, spentFen, leftFen } of sums) {
        const mine = drawn.filter(each => each.year === 2026 && each.purpose === purpose);
        const total = (...kinds: PostingKind[]) =>
          mine.flatMap(each => each.postings).reduce((sum, { kind, amountFen }) => sum + (kinds.includes(kind) ? amountFen : 0), 0);
        expect(plannedFen).toBe(mine.reduce((sum, each) => sum + each.plannedFen, 0));
        expect(receivedFen).toBe(total('appropriation'));
        expect(spentFen).toBe(total('paid', 'spend') - total('recovered', 'unspend'));
        expect(leftFen).toBe(receivedFen - spentFen);
      }
    }),
  );
});

it('shows a purpose without a line as nothing', () => {
  expect(sumByPurpose([{ year: 2026, purpose: 'relief', plannedFen: 5, balances: NO_MONEY }], 2026)).toContainEqual({
    purpose: 'screening',
    plannedFen: 0,
    receivedFen: 0,
    spentFen: 0,
    leftFen: 0,
  });
});
