import type { StaffSeat } from '../care-team/seats.terms.ts';
import { DIAGNOSES } from '../registry/diagnosis.rules.ts';
import { GUARDIAN_RELATIONS } from '../registry/guardian-relation.rules.ts';
import { FIRST_STATES, type FirstState } from '../registry/registry.terms.ts';
import { STAFF_SEATS, type Described } from './described-patient.rules.ts';
import type { KeyOf, Option, PatientDetails, PatientFact, Write } from './import.terms.ts';
import type { FactIndex } from './fact-index.rules.ts';
import type { Inquiry } from './inquiry.rules.ts';
import type { WhoIsWho } from './who-is-who.rules.ts';

/** All that stands around the comparison of one patient with what is on record. */
export type Comparison = {
  readonly facts: FactIndex;
  readonly keyOf: KeyOf;
  readonly who: WhoIsWho;
  readonly inquiry: Inquiry;
  /** Persons whose phone could be settled, with it. */
  readonly mobiles: ReadonlyMap<string, string>;
};

const KEEP: Option = { value: 'keep', label: '保留档案里的' };
const TAKE: Option = { value: 'take', label: '改成表格里的' };
const REPLACE: Option = { value: 'replace', label: '换成清单上的人' };
const BOTH: Option = { value: 'both', label: '两人都要' };

function differs(described: Described, about: string, labels: readonly [string, string] | null, { inquiry }: Comparison): boolean {
  const options =
    labels === null
      ? [KEEP, TAKE]
      : [
          { ...KEEP, label: `${KEEP.label}：${labels[0]}` },
          { ...TAKE, label: `${TAKE.label}：${labels[1]}` },
        ];
  const answer = inquiry.ask('detailsDiffer', about, described.subject.rowKeys, options);
  if (answer === null) described.subject.wait(described.subject.details[0]?.place);
  return answer === 'take';
}

/** What the file adds to the patient's own record. Blank never erases; what differs is asked about. */
function detailChanges(described: Described, known: PatientFact | null, on: Comparison): PatientDetails {
  const { details } = described;
  if (known === null) return details;
  const { identityNumber, mobile, diagnosis, riskRating } = details;
  const about = (field: string, value: string | number) => `${described.subject.key}/${field}/${value}`;
  const mobileKey = mobile === undefined ? null : on.keyOf.mobile(mobile);
  const newMobile =
    mobileKey !== null &&
    mobileKey !== known.mobileKey &&
    (known.mobileKey === null || differs(described, about('mobile', mobileKey), null, on));
  const newDiagnosis =
    diagnosis !== undefined &&
    diagnosis !== known.diagnosis &&
    (known.diagnosis === null ||
      differs(described, about('diagnosis', diagnosis), [DIAGNOSES[known.diagnosis].label, DIAGNOSES[diagnosis].label], on));
  const newRisk =
    riskRating !== undefined &&
    riskRating !== known.riskRating &&
    (known.riskRating === null || differs(described, about('riskRating', riskRating), [`${known.riskRating} 级`, `${riskRating} 级`], on));
  return {
    ...(identityNumber !== undefined && known.identityKey === null && { identityNumber }),
    ...(newMobile && mobile !== undefined && { mobile }),
    ...(newDiagnosis && { diagnosis }),
    ...(newRisk && { riskRating }),
  };
}

/**
 * Where a new file begins. A file that is known keeps its state, for a turn of a life is recorded where what has to be known of it is asked
 * for; so is any state in which no file begins.
 */
function firstState({ subject, state, details }: Described, known: PatientFact | null): FirstState | undefined {
  if (typeof state?.value !== 'string') return undefined;
  if (known !== null) {
    if (known.state !== state.value) subject.add('STATE_DIFFERS', 'notice', state.place);
    return undefined;
  }
  const first = FIRST_STATES.find(one => one === state.value);
  if (first === undefined) subject.refuse('STATE_NOT_FIRST', state.place);
  if (first === 'suspected' && (details.diagnosis !== undefined || details.riskRating !== undefined))
    subject.refuse('STATE_SUSPECTED_RATED', state.place);
  return first;
}

type Holders = { readonly add: readonly string[]; readonly end: readonly string[] };

/** Whom to add and whom to end. Nobody leaves a post because a cell is blank or names fewer people than the roster. */
function holderChanges(
  described: Described,
  written: readonly string[],
  current: readonly string[],
  ask: () => string | null,
  blankAllowed: (code: 'LIST_BLANK' | 'LIST_FEWER') => void,
): Holders | null {
  const add = written.filter(key => !current.includes(key));
  const end = current.filter(key => !written.includes(key));
  if (add.length === 0) {
    if (end.length > 0 && described.subject.list.length > 0) blankAllowed(written.length === 0 ? 'LIST_BLANK' : 'LIST_FEWER');
    return { add, end: [] };
  }
  if (end.length === 0) return { add, end };
  const answer = ask();
  if (answer === null) return null;
  return answer === 'keep' ? { add: [], end: [] } : { add, end: answer === 'replace' ? end : [] };
}

function personWrites(key: string, name: string, described: Described, { facts, mobiles }: Comparison): Write[] {
  const townshipKey = facts.townshipOf(described.subject.areaKey);
  const known = facts.person(key);
  const mobile = mobiles.get(key);
  return [
    ...(known === null ? [{ kind: 'person', person: key, name, townshipKey } as const] : []),
    ...(mobile === undefined ? [] : [{ kind: 'personMobile', person: key, mobile } as const]),
  ];
}

function seatWrites(described: Described, seat: StaffSeat, patient: string, on: Comparison): Write[] | null {
  const { facts, who, inquiry } = on;
  const { subject } = described;
  const names = described.seats[seat];
  if (names === null) return null;
  const persons = names.map(name => ({ name, key: who.staff(subject.areaKey, seat, name) }));
  const written = persons.flatMap(person => person.key ?? []);
  if (written.length < persons.length) return null;
  const current = facts.holders(patient, seat);
  const place = subject.list[0]?.seats[seat].place ?? subject.lead?.place;
  // The same change stands on every row of the village: one answer serves them all.
  const about = `${subject.areaKey}/${seat}/${current
    .map(person => facts.nameOf(person))
    .sort()
    .join('、')}→${[...names].sort().join('、')}`;
  const changes = holderChanges(
    described,
    written,
    current,
    () => inquiry.ask('seatDiffers', about, subject.rowKeys, [REPLACE, BOTH, KEEP]),
    code => place !== undefined && subject.add(code, 'notice', place),
  );
  if (changes === null) return null;
  const added = persons.filter(person => person.key !== null && changes.add.includes(person.key));
  return [
    ...changes.end.map(person => ({ kind: 'endSeat', patient, seat, person }) as const),
    ...added.flatMap(({ key, name }): Write[] => {
      const serves = facts.person(key ?? '')?.serves.some(one => one.seat === seat && one.areaKey === subject.areaKey) ?? false;
      return [
        ...personWrites(key ?? '', name, described, on),
        ...(serves ? [] : [{ kind: 'serve', person: key ?? '', seat, areaKey: subject.areaKey } as const]),
        { kind: 'seat', patient, seat, person: key ?? '' },
      ];
    }),
  ];
}

function guardianWrites(described: Described, patient: string, on: Comparison): Write[] | null {
  const { facts, who, inquiry } = on;
  const { subject, guardians } = described;
  if (guardians === null) return null;
  const named = guardians.map(guardian => ({ ...guardian, key: who.guardian(described, guardian.name) }));
  const written = named.flatMap(guardian => guardian.key ?? []);
  if (written.length < named.length) return null;
  const own = facts.guardianships(patient);
  const changes = holderChanges(
    described,
    written,
    own.map(one => one.personKey),
    () =>
      inquiry.ask('guardianDiffers', `${subject.key}/${guardians.map(guardian => guardian.name).join('、')}`, subject.rowKeys, [
        REPLACE,
        BOTH,
        KEEP,
      ]),
    code => subject.list[0] !== undefined && subject.add(code, 'notice', subject.list[0].seats.guardian.place),
  );
  if (changes === null) return null;
  const writes: Write[] = changes.end.map(person => ({ kind: 'endGuardianship', patient, person }));
  for (const { key, name, relation } of named) {
    if (key === null) continue;
    const present = own.find(one => one.personKey === key);
    if (present === undefined && !changes.add.includes(key)) continue;
    writes.push(...personWrites(key, name, described, on));
    if (present === undefined) writes.push({ kind: 'guardianship', patient, person: key, relation });
    else if (relation !== null && relation !== present.relation) {
      const labels = present.relation === null ? null : ([GUARDIAN_RELATIONS[present.relation], GUARDIAN_RELATIONS[relation]] as const);
      if (labels === null || differs(described, `${subject.key}/relation/${name}/${relation}`, labels, on))
        writes.push({ kind: 'relation', patient, person: key, relation });
    }
  }
  return writes;
}

/** Everything to record for one patient. A part that waits for an answer contributes nothing and makes the patient wait. */
export function changesOf(described: Described, known: PatientFact | null, on: Comparison): Write[] {
  const { subject } = described;
  const patient = known?.key ?? `patient:${subject.key}`;
  const set = detailChanges(described, known, on);
  const state = firstState(described, known);
  const parts = [...STAFF_SEATS.map(seat => seatWrites(described, seat, patient, on)), guardianWrites(described, patient, on)];
  if (parts.includes(null)) subject.wait();
  return [
    ...[...subject.aliases].map(alias => ({ kind: 'alias', areaKey: subject.areaKey, alias }) as const),
    ...(known === null
      ? [{ kind: 'patient', patient, name: subject.name, areaKey: subject.areaKey, ...(state && { state }) } as const]
      : []),
    ...(Object.keys(set).length > 0 ? [{ kind: 'patientDetails', patient, set } as const] : []),
    ...parts.flatMap(part => part ?? []),
  ];
}
