import { rolesWith } from '../access/permissions.rules.ts';
import { partOf } from './care-part.rules.ts';
import { isConfidential, OFFICE_KIND_KEYS, OFFICE_KINDS } from './office.rules.ts';

it('gives what an office looks into to posts, never to a village’s lead', () => {
  for (const kind of OFFICE_KIND_KEYS) {
    const roles = rolesWith(OFFICE_KINDS[kind]);
    expect(roles.length).toBeGreaterThan(0);
    expect(roles).not.toContain('villageLead');
    expect(partOf({ kind, seat: 'office', reason: null })).toBe('contact');
  }
});

it('keeps what is said of the family from it, and not what a colleague did', () => {
  expect(OFFICE_KIND_KEYS.filter(isConfidential)).toEqual(['concernReview']);
});
