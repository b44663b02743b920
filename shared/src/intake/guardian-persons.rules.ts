import { STAFF_SEATS, type Described, type NamedGuardian } from './described-patient.rules.ts';
import type { FactIndex } from './fact-index.rules.ts';
import type { KeyOf } from './import.terms.ts';
import type { Inquiry } from './inquiry.rules.ts';
import { DIFFERENT, group, NEW, optionsOf, rowsOf, SAME, type Mention } from './namesakes.rules.ts';

/** One guardian of one patient. */
export type Ward = {
  readonly described: Described;
  readonly guardian: NamedGuardian;
  readonly areaKey: string;
  readonly patientKey: string | null;
};

/** Guardians are told apart by name and phone; by name alone only within one village, and then a person decides. */
export function resolveGuardians(
  wards: readonly Ward[],
  mentions: readonly Mention[],
  staff: ReadonlyMap<string, string | null>,
  facts: FactIndex,
  keyOf: KeyOf,
  inquiry: Inquiry,
): Map<string, string | null> {
  const answers = new Map<string, string | null>();
  const nameKey = (ward: Ward) => `${ward.described.subject.key}/${ward.guardian.name}`;
  const mobileOf = (ward: Ward) => (ward.guardian.mobile === null ? null : keyOf.mobile(ward.guardian.mobile));

  const known = (ward: Ward): string | null => {
    const { name } = ward.guardian;
    const own = ward.patientKey === null ? [] : facts.guardianships(ward.patientKey).filter(one => facts.nameOf(one.personKey) === name);
    const mobile = mobileOf(ward);
    const byMobile = mobile === null ? [] : facts.personsNamed(name).filter(person => person.mobileKey === mobile);
    const exact = own.find(one => byMobile.some(person => person.key === one.personKey));
    return (
      exact?.personKey ??
      (own.length === 1 ? own[0]?.personKey : undefined) ??
      (byMobile.length === 1 ? byMobile[0]?.key : undefined) ??
      null
    );
  };
  const unknown = wards.filter(ward => {
    const key = known(ward);
    if (key !== null) answers.set(nameKey(ward), key);
    return key === null;
  });
  const staffHere = (areaKey: string, name: string): (string | null)[] => [
    ...new Set([
      ...STAFF_SEATS.flatMap(seat => staff.get(`${areaKey}/${seat}/${name}`) ?? (staff.has(`${areaKey}/${seat}/${name}`) ? [null] : [])),
      ...facts
        .personsNamed(name)
        .filter(person => person.serves.some(one => one.areaKey === areaKey))
        .map(person => person.key),
    ]),
  ];

  for (const [about, here] of group(unknown, ward => `${ward.areaKey}/${ward.guardian.name}`)) {
    const [
      {
        areaKey,
        guardian: { name },
      },
    ] = here as [Ward, ...Ward[]];
    const colleagues = staffHere(areaKey, name);
    let left = here;
    if (colleagues.length > 0) {
      const [only] = colleagues;
      const certain = colleagues.length === 1 && only !== null && only !== undefined;
      const answer = inquiry.ask('guardianHoldsPost', about, rowsOf(here), colleagues.length === 1 ? [SAME, DIFFERENT] : [DIFFERENT]);
      if (answer !== 'different') {
        // Who the colleague is may itself be asked: then these rows wait for that answer too.
        for (const row of rowsOf(mentions.filter(one => one.areaKey === areaKey && one.name === name))) inquiry.bind(row, rowsOf(here));
        for (const ward of here) answers.set(nameKey(ward), answer === 'same' && certain ? only : null);
        continue;
      }
    }
    const guardiansHere = facts.personsNamed(name).filter(person => facts.guardsIn(person.key, areaKey));
    if (guardiansHere.length > 0) {
      for (const ward of left) {
        const which = mobileOf(ward) ?? `#${ward.described.subject.name}`;
        const answer = inquiry.ask('sameGuardian', `${about}/${which}`, ward.described.subject.rowKeys, [
          ...optionsOf(guardiansHere, facts),
          NEW,
        ]);
        answers.set(
          nameKey(ward),
          answer === 'new' ? `guardian:${name}/${mobileOf(ward) ?? `${areaKey}#${ward.described.subject.name}`}` : answer,
        );
      }
      continue;
    }
    const mobiles = [...new Set(left.flatMap(ward => mobileOf(ward) ?? []))].sort();
    for (const ward of left) {
      const mobile = mobileOf(ward);
      if (mobile !== null) answers.set(nameKey(ward), `guardian:${name}/${mobile}`);
    }
    left = left.filter(ward => mobileOf(ward) === null);
    if (left.length === 0) continue;
    if (mobiles.length > 1) {
      for (const ward of left) ward.described.subject.refuse('GUARDIAN_NEEDS_MOBILE');
      for (const ward of left) answers.set(nameKey(ward), null);
      continue;
    }
    const shared = `guardian:${name}/${mobiles[0] ?? areaKey}`;
    const alone = left.length === 1 && mobiles.length === 0;
    const answer = alone ? 'same' : inquiry.ask('sameGuardian', about, rowsOf(left), [SAME, DIFFERENT]);
    for (const ward of left) {
      answers.set(
        nameKey(ward),
        answer === null ? null : answer === 'same' ? shared : `guardian:${name}/${areaKey}#${ward.described.subject.name}`,
      );
    }
  }
  return answers;
}
