import { SEAT_LABELS, TOWNSHIP_SEATS, type StaffSeat } from '../care-team/seats.terms.ts';
import { STAFF_SEATS, type Described, type NamedGuardian } from './described-patient.rules.ts';
import type { ImportFacts, KeyOf, Option, PersonFact, RowKey } from './import.terms.ts';
import type { Inquiry } from './inquiry.rules.ts';

/** Who a name on a row is: the key of a known person, a temporary key of a new one, or null while a person must decide. */
export type WhoIsWho = {
  readonly staff: (areaKey: string, seat: StaffSeat, name: string) => string | null;
  readonly guardian: (described: Described, name: string) => string | null;
};

type Mention = { readonly described: Described; readonly areaKey: string; readonly seat: StaffSeat; readonly name: string };
const NEW: Option = { value: 'new', label: '另一个人' };
const SAME: Option = { value: 'same', label: '是同一个人' };
const DIFFERENT: Option = { value: 'different', label: '不是同一个人' };
const rowsOf = (mentions: readonly { readonly described: Described }[]): RowKey[] => mentions.flatMap(one => one.described.subject.rowKeys);

function group<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** "竹坪村网格员": how a person of the roster is told from a namesake. */
const servesWords = (person: PersonFact, facts: ImportFacts): string =>
  person.serves.map(one => `${facts.areas.find(area => area.key === one.areaKey)?.name ?? ''}${SEAT_LABELS[one.seat]}`).join('、');
const optionsOf = (persons: readonly PersonFact[], facts: ImportFacts): Option[] =>
  persons.map(person => ({
    value: person.key,
    label: servesWords(person, facts) === '' ? person.name : `${person.name}（${servesWords(person, facts)}）`,
  }));

/** Staff are told apart by township and name. The same name in one village, or in a post of the township office, is one person; else it is asked. */
function staffResolver(all: readonly Mention[], facts: ImportFacts, inquiry: Inquiry): Map<string, string | null> {
  const townshipOf = new Map(facts.areas.map(area => [area.key, area.townshipKey]));
  const answers = new Map<string, string | null>();
  for (const [about, mentions] of group(all, one => `${townshipOf.get(one.areaKey) ?? ''}/${one.name}`)) {
    const known = facts.persons
      .filter(
        person =>
          person.name === mentions[0]?.name && person.serves.some(one => about === `${townshipOf.get(one.areaKey) ?? ''}/${person.name}`),
      )
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    const settle = (some: readonly Mention[], key: string | null) => {
      for (const one of some) answers.set(`${one.areaKey}/${one.seat}/${one.name}`, key);
    };
    const fresh: [string, Mention[]][] = [];
    for (const [areaKey, here] of group(mentions, one => one.areaKey)) {
      const local = known.filter(person => person.serves.some(one => one.areaKey === areaKey));
      const sent = known.filter(person =>
        person.serves.some(one => TOWNSHIP_SEATS.has(one.seat) && here.some(mention => mention.seat === one.seat)),
      );
      const certain = local.length === 1 ? local : local.length === 0 && sent.length === 1 ? sent : [];
      if (certain[0] !== undefined) settle(here, certain[0].key);
      else if (known.length === 0) fresh.push([areaKey, here]);
      else {
        for (const [seat, some] of group(here, one => one.seat)) {
          const inSeat = local.filter(person => person.serves.some(one => one.areaKey === areaKey && one.seat === seat));
          const answer =
            inSeat.length === 1
              ? (inSeat[0]?.key ?? null)
              : inquiry.ask('samePerson', `${about}@${areaKey}`, rowsOf(some), [...optionsOf(known, facts), NEW]);
          settle(some, answer === 'new' ? `person:${about}@${areaKey}` : answer);
        }
      }
    }
    const everywhere = [...TOWNSHIP_SEATS].some(seat => fresh.every(([, some]) => some.some(one => one.seat === seat)));
    const oneOrAsked =
      fresh.length <= 1 || everywhere
        ? 'same'
        : inquiry.ask('samePerson', about, rowsOf(fresh.flatMap(([, some]) => some)), [SAME, DIFFERENT]);
    for (const [areaKey, some] of fresh) {
      settle(some, oneOrAsked === null ? null : oneOrAsked === 'same' ? `person:${about}` : `person:${about}@${areaKey}`);
    }
  }
  return answers;
}

type Ward = {
  readonly described: Described;
  readonly guardian: NamedGuardian;
  readonly areaKey: string;
  readonly patientKey: string | null;
};

/** Guardians are told apart by name and phone; by name alone only within one village, and then a person decides. */
function guardianResolver(
  wards: readonly Ward[],
  mentions: readonly Mention[],
  staff: ReadonlyMap<string, string | null>,
  facts: ImportFacts,
  keyOf: KeyOf,
  inquiry: Inquiry,
): Map<string, string | null> {
  const persons = new Map(facts.persons.map(person => [person.key, person]));
  const patients = new Map(facts.patients.map(patient => [patient.key, patient]));
  const answers = new Map<string, string | null>();
  const nameKey = (ward: Ward) => `${ward.described.subject.key}/${ward.guardian.name}`;
  const mobileOf = (ward: Ward) => (ward.guardian.mobile === null ? null : keyOf.mobile(ward.guardian.mobile));

  const known = (ward: Ward): string | null => {
    const { name } = ward.guardian;
    const own = facts.guardianships.filter(one => one.patientKey === ward.patientKey && persons.get(one.personKey)?.name === name);
    const mobile = mobileOf(ward);
    const byMobile = mobile === null ? [] : facts.persons.filter(person => person.name === name && person.mobileKey === mobile);
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
      ...facts.persons
        .filter(person => person.name === name && person.serves.some(one => one.areaKey === areaKey))
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
    const guardiansHere = facts.persons.filter(
      person =>
        person.name === name &&
        facts.guardianships.some(one => one.personKey === person.key && patients.get(one.patientKey)?.areaKey === areaKey),
    );
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

/** Decides, or asks, who every name of the file is. `patientKeyOf` gives the known patient of a subject. */
export function whoIsWho(
  described: readonly Described[],
  patientKeyOf: (one: Described) => string | null,
  facts: ImportFacts,
  keyOf: KeyOf,
  inquiry: Inquiry,
): WhoIsWho {
  const mentions = described.flatMap(one =>
    STAFF_SEATS.flatMap(seat => (one.seats[seat] ?? []).map(name => ({ described: one, areaKey: one.subject.areaKey, seat, name }))),
  );
  const staff = staffResolver(mentions, facts, inquiry);
  const wards = described.flatMap(one =>
    (one.guardians ?? []).map(guardian => ({ described: one, guardian, areaKey: one.subject.areaKey, patientKey: patientKeyOf(one) })),
  );
  const guardians = guardianResolver(wards, mentions, staff, facts, keyOf, inquiry);
  return {
    staff: (areaKey, seat, name) => staff.get(`${areaKey}/${seat}/${name}`) ?? null,
    guardian: (one, name) => guardians.get(`${one.subject.key}/${name}`) ?? null,
  };
}
