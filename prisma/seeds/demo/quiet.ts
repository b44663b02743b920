import type { CastPatient } from './cast.terms.ts';
import type { Story } from './story.ts';

/** The `at`th of a village's patients with whom nothing else is going on. */
export function quiet({ cast }: Story, villageKey: string, at: number): CastPatient {
  const patient = cast.patients.filter(one => {
    const isOnWall = cast.phones.some(phone => phone.personKey === one.guardians[0].personKey);
    return one.villageKey === villageKey && one.state === 'inCare' && one.reward === 'none' && !one.pastIncident && !isOnWall;
  })[at];
  if (!patient) throw new RangeError(`${villageKey} has no such patient`);
  return patient;
}
