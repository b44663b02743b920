import type { Actor } from './access.terms.ts';
import { guardianOf, may, seatsOf } from './permissions.rules.ts';

const deputy: Actor = { countyId: 1, personId: 'deputy', sessionId: 's', channel: 'phone', posts: [], actingFor: ['absent'] };
const patient = { countyId: 1, areaPath: ['county', 'township', 'village'], team: ['absent'], guardians: ['absent'], helpers: [] };

describe('a deputy', () => {
  it('fills the seats of the absent person and no other', () => {
    expect(may(deputy, 'visit:write', patient)).toBe(true);
    expect(may(deputy, 'visit:write', { ...patient, team: ['somebody'] })).toBe(false);
    expect(may({ ...deputy, actingFor: [] }, 'visit:write', patient)).toBe(false);
    expect(seatsOf(deputy, 'visit:write')).toEqual(['deputy', 'absent']);
    expect(seatsOf(deputy, 'batch:release')).toEqual([]);
  });

  it('is nobody’s guardian', () => {
    expect(may(deputy, 'medication:confirm', patient)).toBe(false);
    expect(guardianOf(deputy, 'medication:confirm')).toBe('deputy');
    expect(guardianOf(deputy, 'visit:write')).toBeNull();
  });

  it('acts in no other county', () => {
    expect(may(deputy, 'visit:write', { ...patient, countyId: 2 })).toBe(false);
  });
});
