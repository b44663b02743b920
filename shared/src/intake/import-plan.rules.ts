import { SEATS } from '../care-team/seats.terms.ts';
import { describePatient, type CurrentNames, type Described } from './described-patient.rules.ts';
import type {
  Answers,
  ImportFacts,
  ImportPlan,
  ImportRow,
  KeyOf,
  PatientFact,
  PlannedRow,
  Reason,
  RowKey,
  Verdict,
  Write,
} from './import.terms.ts';
import { REASONS } from './import.words.ts';
import { FactIndex } from './fact-index.rules.ts';
import { byRow, Inquiry } from './inquiry.rules.ts';
import { knownPatient, refuseSharedIdentities } from './known-patient.rules.ts';
import { settlePhones } from './phones.rules.ts';
import { remark } from './remarks.rules.ts';
import { changesOf } from './roster-changes.rules.ts';
import { gatherSubjects, type Subject } from './subject.rules.ts';
import { whoIsWho } from './who-is-who.rules.ts';

const ORDER: readonly Write['kind'][] = [
  'alias',
  'patient',
  'patientDetails',
  'person',
  'personMobile',
  'serve',
  'endSeat',
  'seat',
  'endGuardianship',
  'guardianship',
  'relation',
];

/** The same writes once each, in the order in which they can be recorded whatever the order of the rows was. */
function inOrder(writes: readonly Write[]): Write[] {
  const distinct = new Map(writes.map(write => [JSON.stringify(write), write]));
  return [...distinct]
    .sort(([a, one], [b, other]) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind) || (a < b ? -1 : 1))
    .map(([, write]) => write);
}

/** The posts that a new patient's row leaves empty, and the missing details: to be seen before confirming. */
function noteGaps({ subject, seats, guardians }: Described, known: PatientFact | null): void {
  const [row] = subject.list;
  if (row === undefined || known !== null) return;
  for (const seat of SEATS) {
    const empty = seat === 'guardian' ? guardians?.length === 0 : seats[seat]?.length === 0;
    if (empty) subject.add('SEAT_EMPTY', 'notice', row.seats[seat].place);
  }
  if (subject.details.length === 0) subject.add('DETAILS_MISSING', 'notice', row.place);
}

function verdictOf(subject: Subject, known: boolean, waits: boolean, writes: readonly Write[]): Verdict {
  if (subject.refused) return 'refused';
  if (waits || subject.reasons.some(reason => reason.weight === 'question')) return 'needsConfirmation';
  if (writes.length === 0) return 'unchanged';
  return known ? 'change' : 'create';
}

/** Reasons of a row: its own; where only another row of the patient is wrong, that it shares its fate. */
function reasonsOf(row: ImportRow, subject: Subject, verdict: Verdict, waits: boolean): Reason[] {
  const own = subject.reasons.filter(reason => reason.sheet === row.place.sheet && reason.row === row.place.row);
  const missing =
    verdict === 'refused' && !own.some(reason => reason.weight === 'refusal')
      ? ([['PARTNER_REFUSED', 'refusal']] as const)
      : waits && !own.some(reason => reason.weight === 'question')
        ? ([['WAITS', 'question']] as const)
        : [];
  const all = [...own, ...missing.map(([code, weight]) => ({ ...row.place, code, weight, say: REASONS[code] }))];
  return [...new Map(all.map(reason => [JSON.stringify(reason), reason])).values()];
}

/**
 * What confirming each row of the file would record. Pure and deterministic: the order of the rows does not matter, and once its
 * writes are recorded, the same file has none left. Every row gets one verdict; a row that is refused or waits has no writes.
 * @param rows every row that `readResponsibilityList` read
 * @param known the facts of the areas that the importing official answers for
 * @param answers what a person has decided about mismatches, by their key
 */
export function planImport(rows: readonly ImportRow[], known: ImportFacts, answers: Answers, keyOf: KeyOf): ImportPlan {
  const facts = new FactIndex(known);
  const inquiry = new Inquiry(answers);
  const subjects = gatherSubjects(
    [...rows].sort((a, b) => byRow(a.key, b.key)),
    facts,
    keyOf,
    inquiry,
  );
  const placed = subjects.filter(subject => subject.key !== '');
  refuseSharedIdentities(placed);
  const knownOf = new Map(placed.map(subject => [subject, knownPatient(subject, facts, keyOf, inquiry)]));
  const currentNames =
    (patient: PatientFact | null): CurrentNames =>
    seat => {
      if (patient === null) return [];
      const holders = seat === 'guardian' ? facts.guardianships(patient.key).map(one => one.personKey) : facts.holders(patient.key, seat);
      return holders.map(person => facts.nameOf(person));
    };
  const described = placed
    .filter(subject => !subject.refused)
    .map(subject => describePatient(subject, currentNames(knownOf.get(subject) ?? null), inquiry))
    .filter(one => !one.subject.refused);
  const who = whoIsWho(described, one => knownOf.get(one.subject)?.key ?? null, facts, keyOf, inquiry);
  const mobiles = settlePhones(described, who, facts, keyOf, inquiry);
  const writesOf = new Map<Subject, Write[]>();
  for (const one of described) {
    const patient = knownOf.get(one.subject) ?? null;
    writesOf.set(one.subject, changesOf(one, patient, { facts, keyOf, who, inquiry, mobiles }));
    noteGaps(one, patient);
  }
  remark(described, who, inquiry);

  const mismatches = inquiry.mismatches();
  const openFor = new Map<RowKey, string[]>();
  for (const { open, rows: waiting, key } of mismatches)
    if (open) for (const row of waiting) openFor.set(row, [...(openFor.get(row) ?? []), key]);
  const planned = subjects.flatMap((subject): PlannedRow[] => {
    const waitsFor = [...new Set(subject.rowKeys.flatMap(row => openFor.get(row) ?? []))].sort();
    const writes = inOrder(writesOf.get(subject) ?? []);
    const verdict = verdictOf(subject, (knownOf.get(subject) ?? null) !== null, waitsFor.length > 0, writes);
    const lead = subject.lead;
    return subject.rows.map(row => {
      const mine = subject.repeats.has(row.key) && (verdict === 'create' || verdict === 'change') ? 'unchanged' : verdict;
      const waits = mine === 'needsConfirmation';
      return {
        key: row.key,
        part: row.part,
        place: row.place,
        verdict: mine,
        reasons: reasonsOf(row, subject, mine, waits),
        waitsFor: waits ? waitsFor : [],
        lead: lead?.key ?? row.key,
        writes: row === lead && (mine === 'create' || mine === 'change') ? writes : [],
      };
    });
  });
  return { rows: planned.sort((a, b) => byRow(a.key, b.key)), mismatches };
}

/**
 * What confirming these rows records: the union of the writes of their patients, each once, in the order to record it. Rows that are
 * refused, wait or are unchanged add nothing.
 */
export function writesFor(plan: ImportPlan, confirmed: Iterable<RowKey>): Write[] {
  const wanted = new Set(confirmed);
  const leads = new Set(plan.rows.filter(row => wanted.has(row.key)).map(row => row.lead));
  return inOrder(plan.rows.filter(row => leads.has(row.key)).flatMap(row => row.writes));
}
