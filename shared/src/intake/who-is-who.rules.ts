import type { StaffSeat } from '../care-team/seats.terms.ts';
import { STAFF_SEATS, type Described } from './described-patient.rules.ts';
import type { FactIndex } from './fact-index.rules.ts';
import { resolveGuardians } from './guardian-persons.rules.ts';
import type { KeyOf } from './import.terms.ts';
import type { Inquiry } from './inquiry.rules.ts';
import { resolveStaff } from './staff-persons.rules.ts';

/** Who a name on a row is: the key of a known person, a temporary key of a new one, or null while a person must decide. */
export type WhoIsWho = {
  readonly staff: (areaKey: string, seat: StaffSeat, name: string) => string | null;
  readonly guardian: (described: Described, name: string) => string | null;
};

/** Decides, or asks, who every name of the file is. `patientKeyOf` gives the known patient of a subject. */
export function whoIsWho(
  described: readonly Described[],
  patientKeyOf: (one: Described) => string | null,
  facts: FactIndex,
  keyOf: KeyOf,
  inquiry: Inquiry,
): WhoIsWho {
  const mentions = described.flatMap(one =>
    STAFF_SEATS.flatMap(seat => (one.seats[seat] ?? []).map(name => ({ described: one, areaKey: one.subject.areaKey, seat, name }))),
  );
  const staff = resolveStaff(mentions, facts, inquiry);
  const wards = described.flatMap(one =>
    (one.guardians ?? []).map(guardian => ({ described: one, guardian, areaKey: one.subject.areaKey, patientKey: patientKeyOf(one) })),
  );
  const guardians = resolveGuardians(wards, mentions, staff, facts, keyOf, inquiry);
  return {
    staff: (areaKey, seat, name) => staff.get(`${areaKey}/${seat}/${name}`) ?? null,
    guardian: (one, name) => guardians.get(`${one.subject.key}/${name}`) ?? null,
  };
}
