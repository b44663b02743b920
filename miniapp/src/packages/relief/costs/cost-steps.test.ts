import { amountOf, firstShown, mostOf, stepOf, yoursFirst } from './cost-steps.ts';

const none = { review: false, pay: false, supervise: false };

it('is the one step that the reader may take', () => {
  expect(stepOf({ may: none })).toBeUndefined();
  expect(stepOf({ may: { ...none, review: true } })).toBe('review');
  expect(stepOf({ may: { ...none, pay: true } })).toBe('pay');
  expect(stepOf({ may: { ...none, supervise: true } })).toBe('supervise');
});

it.each([
  ['relief-cost:review', 'proposed'],
  ['relief-cost:pay', 'reviewed'],
  ['relief-cost:supervise', 'paid'],
  ['relief-cost:propose', 'all'],
])('shows first to whoever holds %s what is %s', (held, shown) => {
  expect(firstShown(permission => permission === held)).toBe(shown);
});

it('allows no more than the bill, pays no more than was allowed, and names no amount when it looks into the use', () => {
  const cost = { billFen: 120_000, allowedFen: 100_000 };
  expect([mostOf('review', cost), mostOf('pay', cost), mostOf('supervise', cost)]).toEqual([120_000, 100_000, null]);
  expect(mostOf('pay', { ...cost, allowedFen: null })).toBe(0);
});

it.each([
  ['1000', 100_000],
  ['0.01', 1],
  ['1000.01', undefined],
  ['0', undefined],
  ['', undefined],
])('takes %j as an amount of at most 1,000 yuan', (typed, fen) => {
  expect(amountOf(typed, 100_000)).toBe(fen);
});

it('puts first what waits for the reader', () => {
  const [a, b, c] = [
    { id: 'a', may: none },
    { id: 'b', may: { ...none, pay: true } },
    { id: 'c', may: none },
  ];
  expect(yoursFirst([a, b, c])).toEqual({ yours: [b], others: [a, c] });
});
