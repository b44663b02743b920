import { isCovered } from './eligibility.rules.ts';

it('covers a rating of 3 or a past incident; an unknown rating is none', () => {
  const policy = { riskAtLeast: 3, pastIncident: true } as const;
  expect(isCovered(policy, 3, false)).toBe(true);
  expect(isCovered(policy, 2, false)).toBe(false);
  expect(isCovered(policy, null, false)).toBe(false);
  expect(isCovered(policy, null, true)).toBe(true);
  expect(isCovered({ riskAtLeast: 3, pastIncident: false }, 2, true)).toBe(false);
});
