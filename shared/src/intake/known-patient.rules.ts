import type { KeyOf, PatientFact } from './import.terms.ts';
import type { FactIndex } from './fact-index.rules.ts';
import type { Inquiry } from './inquiry.rules.ts';
import type { Subject } from './subject.rules.ts';

const NEW_OR_OTHER = [
  { value: 'new', label: '不是同一个人，新建档案' },
  { value: 'moved', label: '是同一个人，先不导入' },
];

/** The identity number that the details give, when they give exactly one. */
const numberOf = (subject: Subject): string | null => {
  const numbers = new Set(subject.details.flatMap(row => row.identityNumber.value ?? []));
  return numbers.size === 1 ? ([...numbers][0] ?? null) : null;
};

/**
 * The file that a patient of the county already has, or null for a new one. The identity number decides; without one, name and
 * village do. An import never moves a patient and never renames one: what contradicts the file is refused.
 */
export function knownPatient(subject: Subject, facts: FactIndex, keyOf: KeyOf, inquiry: Inquiry): PatientFact | null {
  const number = numberOf(subject);
  const place = subject.details.find(row => row.identityNumber.value !== null)?.identityNumber.place;
  const digest = number === null ? null : keyOf.identity(number);
  const holder = digest === null ? null : facts.patientWithIdentity(digest);
  if (holder !== null) {
    if (holder.name !== subject.name) subject.refuse('IDENTITY_OTHER_NAME', place);
    else if (holder.areaKey !== subject.areaKey) subject.refuse('IDENTITY_OTHER_VILLAGE', place);
    return holder;
  }
  if (digest !== null && facts.isElsewhere(digest)) {
    subject.refuse('IDENTITY_ELSEWHERE', place);
    return null;
  }
  const here = facts.patientsNamed(subject.name).filter(patient => patient.areaKey === subject.areaKey);
  const [only] = here;
  if (only !== undefined) {
    if (here.length > 1) subject.refuse('PATIENT_AMBIGUOUS', place);
    else if (digest !== null && only.identityKey !== null) subject.refuse('IDENTITY_OTHER', place);
    return only;
  }
  if (subject.list.length === 0) {
    subject.refuse('DETAILS_ALONE');
    return null;
  }
  const elsewhere = facts.patientsNamed(subject.name).filter(patient => digest === null || patient.identityKey === null);
  if (elsewhere.length > 0) {
    const answer = inquiry.ask('sameNameElsewhere', subject.key, subject.rowKeys, NEW_OR_OTHER);
    if (answer === null) subject.wait();
    if (answer === 'moved') subject.refuse('IDENTITY_OTHER_VILLAGE');
  }
  return null;
}

/** Refuses patients who share an identity number in this file. */
export function refuseSharedIdentities(subjects: readonly Subject[]): void {
  const byNumber = new Map<string, Subject[]>();
  for (const subject of subjects) {
    const number = numberOf(subject);
    if (number !== null) byNumber.set(number, [...(byNumber.get(number) ?? []), subject]);
  }
  for (const sharing of byNumber.values()) {
    if (sharing.length < 2) continue;
    for (const subject of sharing)
      subject.refuse('IDENTITY_TWICE', subject.details.find(row => row.identityNumber.value !== null)?.identityNumber.place);
  }
}
