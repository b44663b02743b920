import { newId } from '@guanhu/server/platform/ids';
import { proposeClass } from '@guanhu/shared/assessment/classification.rules';
import { addDays, dayOf, startOf, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { DoneRecord, QuickRecord } from '@guanhu/shared/visits/visit-record.terms';
import type { RecordVisitBody } from '@guanhu/shared/visits/visits.contract';
import { answerPresence, checkInVisit, recordVisit } from '@guanhu/shared/visits/visits.routes';
import type { CastPatient } from './cast.terms.ts';
import { chance } from './chance.ts';
import { drugLine } from './drug-lines.ts';
import { HOSPITAL } from './findings.ts';
import { patientId as storedId, patientOf, townshipOf, type Story } from './story.ts';
import { hasTurned } from './turns.ts';

export type OpenVisit = {
  readonly id: Id;
  readonly patientId: Id;
  readonly assigneeId: Id;
  readonly seat: string;
  readonly dueOn: CalendarDate;
};

/** Who has let visits and calls lie, and for how many days: the second village's grid worker, for the demonstration. */
export const BEHIND = { key: 'gridWorker@liuwan', days: 12 } as const;
/** Latest days after the due day on which people come, and their share. */
const LATE_DAYS = 2;
const FORGOTTEN = 0.04;
/** Days whose joint visits nobody has confirmed yet. */
const UNCONFIRMED_DAYS = 3;
/** Where somebody has stopped their medicine, and for how many days. */
const STOPPED_IN = 'heting';
const STOPPED_DAYS = 20;
/** Share of the doctor's visits to the worst after which the hospital is asked, and of all quick visits at which nobody was met. */
const REFERRED = 0.1;
const NOBODY_HOME = 0.02;
/** Minutes of the day and between two doors. */
const FIRST_DOOR = 8 * 60 + 45;
const LAST_DOOR = 14 * 60;
const BETWEEN_DOORS = 38;
const MINUTE_MS = 60_000;

/** Whether somebody comes on this day: most on the day, some a little later, a few not at all. */
export function isVisited(story: Story, one: OpenVisit, day: CalendarDate): boolean {
  const { people, today } = story;
  const key = people.keyOf(one.assigneeId);
  if (key === undefined || !people.isBound(key)) return false;
  if (key === BEHIND.key && day > addDays(today, -BEHIND.days)) return false;
  const about = [patientOf(story, one.patientId).key, one.dueOn, one.seat] as const;
  if (chance('forgotten', ...about) < FORGOTTEN && day > addDays(today, -6)) return false;
  const late = Math.floor(chance('late', ...about) * (LATE_DAYS + 1));
  return day >= addDays(one.dueOn, late);
}

/**
 * Who comes to one patient on a day. Where a doctor comes with others it is one joint visit: the doctor fills in the record, the others are
 * named in it and say on their phones that they were there; of the last days nobody has said so yet.
 */
export async function visit(story: Story, coming: readonly OpenVisit[], day: CalendarDate, at: (personKey: string) => Date): Promise<void> {
  const doctor = coming.find(({ seat }) => seat === 'doctor');
  const others = [...new Set(coming.map(({ assigneeId }) => assigneeId))].filter(id => id !== doctor?.assigneeId);
  if (doctor === undefined) for (const one of coming) await write(story, one, day, at);
  else {
    const visitId = await write(story, doctor, day, at, others);
    if (day < addDays(story.today, -UNCONFIRMED_DAYS)) for (const personId of others) await confirmPresence(story, visitId, personId);
  }
}

async function confirmPresence({ house, people }: Story, visitId: Id, personId: Id): Promise<void> {
  const as = await people.phone(people.keyOf(personId) ?? '');
  await house.call(answerPresence, { as, params: { visitId }, body: { there: true } });
}

/** The visitor checks in at the door and fills in the form: the doctor the national record, everybody else the quick one. */
async function write(
  story: Story,
  { id: taskId, patientId, assigneeId, seat }: OpenVisit,
  day: CalendarDate,
  timeOf: (personKey: string) => Date,
  companions: readonly Id[] = [],
): Promise<Id> {
  const { house, people } = story;
  const patient = patientOf(story, patientId);
  const key = people.keyOf(assigneeId);
  if (key === undefined) throw new Error('a visitor whom nobody knows');
  const as = await people.phone(key);
  const visitId = newId();
  const at = timeOf(key);
  const checkIn = { visitId, taskId, at: at.toISOString(), place: doorOf(patient) };
  const { version } = await house.call(checkInVisit, { as, params: { patientId }, body: checkIn });
  const isHome = !hasTurned(story, patient, day);
  const finishedAt = new Date(at.getTime() + (9 + Math.floor(chance('talk', patient.key, day) * 18)) * MINUTE_MS).toISOString();
  const body: RecordVisitBody =
    seat === 'doctor'
      ? {
          version,
          finishedAt,
          record: recordOf(story, patient, day, isHome),
          ...(patient.riskRating >= 1 && isHome ? { score: scoreOf(story, patient, day) } : {}),
          ...(companions.length === 0 ? {} : { companions: companions.map(personId => ({ personId })) }),
        }
      : { version, finishedAt, form: 'quick', record: quickOf(story, patient, day, isHome) };
  await house.call(recordVisit, { as, params: { visitId }, body });
  return visitId;
}

/** Times of the day's visits: everybody goes from door to door, one after the other. */
export function rounds(day: CalendarDate): (personKey: string) => Date {
  const been = new Map<string, number>();
  return personKey => {
    const before = been.get(personKey) ?? 0;
    been.set(personKey, before + 1);
    const minutes = Math.min(LAST_DOOR, FIRST_DOOR + before * BETWEEN_DOORS + Math.floor(chance('walk', personKey, day, before) * 9));
    return new Date(startOf(day).getTime() + minutes * MINUTE_MS);
  };
}

/** Somewhere in a desert without villages, a few paces apart. */
const doorOf = ({ key }: CastPatient) => ({
  latitude: Number((41.5 + chance('latitude', key) / 50).toFixed(5)),
  longitude: Number((101.5 + chance('longitude', key) / 50).toFixed(5)),
  accuracyMetres: 10 + Math.floor(chance('accuracy', key) * 30),
});

/** What somebody who examines the patient finds, as far as the class depends on it. */
const foundIn = ({ riskRating: risk }: CastPatient) =>
  ({
    risk,
    symptoms: risk >= 3 ? [3, 6] : risk > 0 ? [11] : [],
    insight: risk >= 1 ? 2 : 1,
    functions: { selfCare: 1, housework: 2, work: risk >= 1 ? 9 : 2, learning: 2, social: risk >= 3 ? 3 : 2 },
    adverseReaction: 1,
  }) as const satisfies Partial<DoneRecord>;
/** The class that follows from it. */
export const classOf = (patient: CastPatient): DoneRecord['stability'] => proposeClass(foundIn(patient)).stability;

/** 用药依从性 as the visitor hears it. Somebody has stopped, and says so to everybody who asks. */
function adherenceOf(story: Story, patient: CastPatient, day: CalendarDate): 1 | 2 | 3 | 4 {
  const { key, drugs } = patient;
  if (drugs.length === 0) return 4;
  if (day >= addDays(story.today, -STOPPED_DAYS) && key === stopped(story)?.key) return 3;
  return chance('adherence', key, day) < 0.85 ? 1 : 2;
}
const stopped = ({ cast }: Story): CastPatient | undefined =>
  cast.patients.find(one => one.villageKey === STOPPED_IN && one.state === 'inCare' && one.riskRating >= 1 && one.reward === 'none');

/** What the doctor finds: mostly what the cast says of the patient. Now and then the worst are sent to the hospital. */
function recordOf(story: Story, patient: CastPatient, day: CalendarDate, isHome: boolean): DoneRecord {
  const { riskRating: risk, drugs } = patient;
  const found = foundIn(patient);
  const isReferred = isHome && risk >= 3 && chance('referred', patient.key, day) < REFERRED;
  return {
    result: 'done',
    form: isHome ? 2 : 3,
    respondents: isHome ? [1, 2] : [2],
    ...found,
    sleep: risk >= 2 ? 2 : 1,
    appetite: 1,
    dangerousActs: {},
    confinement: 1,
    hospitalisation: patient.state === 'hospitalised' && !isHome ? 1 : 0,
    labTest: 1,
    adherence: adherenceOf(story, patient, day),
    effect: risk >= 3 ? 3 : 2,
    ...(isReferred
      ? { referral: 2, referralReason: '症状没有缓解，请专科医生看看用药', referralTo: `${HOSPITAL} 精神科` }
      : { referral: 1 }),
    ...(drugs.length === 0 ? {} : { drugs: drugs.slice(0, 3).map(drugLine) }),
    rehabilitation: [1],
    stability: classOf(patient),
  };
}

const scoreOf = (story: Story, patient: CastPatient, day: CalendarDate) => ({
  risk: patient.riskRating,
  guardianDuty: chance('duty', patient.key) < 0.8 ? 1 : 2,
  medication: adherenceOf(story, patient, day),
  symptoms: patient.riskRating >= 3 ? 3 : 2,
  situation: patient.riskRating >= 3 ? 2 : 1,
});

/** Nobody asked for this visit: the grid worker looks in, and finds the patient locked in a room. */
export async function findLockedIn(story: Story, patient: CastPatient): Promise<void> {
  const { house, people } = story;
  const as = await people.phone(`gridWorker@${patient.villageKey}`);
  const [visitId, at] = [newId(), house.clock.now().toISOString()];
  const params = { patientId: storedId(story, patient) };
  const { version } = await house.call(checkInVisit, { as, params, body: { visitId, at, place: doorOf(patient) } });
  house.clock.pass(12);
  const note = '听见屋里拍门，门从外面锁着，家里人说怕他跑出去';
  const record: QuickRecord = {
    result: 'done',
    form: 2,
    respondents: [1, 2],
    situation: 2,
    condition: 2,
    adherence: 2,
    guardianship: 3,
    control: 1,
    confinement: 2,
    note,
  };
  await house.call(recordVisit, { as, params: { visitId }, body: { version, form: 'quick', record } });
}

/** The grid worker knocks, and nobody opens. */
export async function findNobody(story: Story, patient: CastPatient): Promise<void> {
  const { house, people } = story;
  const as = await people.phone(`gridWorker@${patient.villageKey}`);
  const [visitId, at] = [newId(), house.clock.now().toISOString()];
  const params = { patientId: storedId(story, patient) };
  const { version } = await house.call(checkInVisit, { as, params, body: { visitId, at, place: doorOf(patient) } });
  const record: QuickRecord = { result: 'missed', form: 2, missedReason: 1 };
  await house.call(recordVisit, { as, params: { visitId }, body: { version, form: 'quick', record } });
}

/** At this hour somebody stands at the door of a patient who is dangerous at times: a clock watches over the visit. */
export async function standAtDoor(story: Story): Promise<void> {
  const { house, people, cast } = story;
  const patient = cast.patients.find(one => one.villageKey === 'zhuping' && one.riskRating >= 3 && one.state === 'inCare');
  if (!patient) throw new RangeError('nobody to be visited');
  const body = { visitId: newId(), at: house.clock.now().toISOString(), place: doorOf(patient) };
  await house.call(checkInVisit, { as: await people.phone('gridWorker@zhuping'), params: { patientId: storedId(story, patient) }, body });
}

/** The doctor's clock runs 105 minutes, and nobody has heard of them since. */
const SILENT_MINUTES = 120;

/** Two hours ago the doctor went to a family, and has not said that all is well: when the demonstration opens, others are asked to look. */
export async function stayInside(story: Story, patient: CastPatient, now: Date): Promise<void> {
  const { house, people } = story;
  const at = new Date(now.getTime() - SILENT_MINUTES * 60_000);
  const day = dayOf(at);
  const minutes = Math.floor((at.getTime() - startOf(day).getTime()) / 60_000);
  house.clock.move(day, `${String(Math.floor(minutes / 60))}:${String(minutes % 60)}`);
  const as = await people.phone(`doctor@${townshipOf(story, patient)}`);
  const body = { visitId: newId(), at: house.clock.now().toISOString(), place: doorOf(patient) };
  await house.call(checkInVisit, { as, params: { patientId: storedId(story, patient) }, body });
}

const dutyOf = (chance: number) => (chance < 0.8 ? 1 : chance < 0.96 ? 2 : 3);

/** What a neighbour sees. */
function quickOf(story: Story, patient: CastPatient, day: CalendarDate, isHome: boolean): QuickRecord {
  const risk = patient.riskRating;
  if (isHome && chance('nobody', patient.key, day) < NOBODY_HOME) return { result: 'missed', form: 2, missedReason: 1 };
  return {
    result: 'done',
    form: isHome ? 2 : 3,
    respondents: isHome ? [1, 2] : [2],
    situation: isHome ? (chance('stays', patient.key, day) < 0.7 ? 1 : 2) : patient.state === 'hospitalised' ? 4 : 5,
    condition: risk >= 3 ? 2 : 1,
    adherence: adherenceOf(story, patient, day),
    guardianship: dutyOf(chance('duty', patient.key)),
    control: 1,
    ...(isHome ? { confinement: 1 } : {}),
  };
}
