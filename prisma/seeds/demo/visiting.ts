import { newId } from '@guanhu/server/platform/ids';
import { proposeClass } from '@guanhu/shared/assessment/classification.rules';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { DoneRecord } from '@guanhu/shared/visits/visit-record.terms';
import { checkInVisit, recordVisit } from '@guanhu/shared/visits/visits.routes';
import type { CastPatient } from './cast.terms.ts';
import { chance } from './chance.ts';
import { patientOf, type Story } from './story.ts';
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

/** The visitor checks in at the door and fills in the form. */
export async function visit(story: Story, { id: taskId, patientId, assigneeId }: OpenVisit, day: CalendarDate): Promise<void> {
  const { house, people } = story;
  const patient = patientOf(story, patientId);
  const key = people.keyOf(assigneeId);
  if (key === undefined) throw new Error('a visitor whom nobody knows');
  const as = await people.phone(key);
  const visitId = newId();
  const at = house.clock.now().toISOString();
  const { version } = await house.call(checkInVisit, { as, params: { patientId }, body: { visitId, taskId, at, place: doorOf(patient) } });
  const record = recordOf(patient, day, !hasTurned(story, patient, day));
  await house.call(recordVisit, { as, params: { visitId }, body: { version, record } });
}

/** Somewhere in a desert without villages, a few paces apart. */
const doorOf = ({ key }: CastPatient) => ({
  latitude: Number((41.5 + chance('latitude', key) / 50).toFixed(5)),
  longitude: Number((101.5 + chance('longitude', key) / 50).toFixed(5)),
  accuracyMetres: 10 + Math.floor(chance('accuracy', key) * 30),
});

/** What the visitor finds: mostly what the cast says of the patient. */
function recordOf(patient: CastPatient, day: CalendarDate, isHome: boolean): DoneRecord {
  const { riskRating: risk, drugs } = patient;
  const takes = chance('adherence', patient.key, day) < 0.85;
  const found = {
    risk,
    symptoms: risk >= 3 ? [3, 6] : risk > 0 ? [11] : [],
    insight: risk >= 1 ? 2 : 1,
    functions: { selfCare: 1, housework: 2, work: risk >= 1 ? 9 : 2, learning: 2, social: risk >= 3 ? 3 : 2 },
    adverseReaction: 1,
  } as const satisfies Partial<DoneRecord>;
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
    adherence: drugs.length === 0 ? 4 : takes ? 1 : 2,
    effect: risk >= 3 ? 3 : 2,
    referral: 1,
    ...(drugs.length === 0 ? {} : { drugs: drugs.slice(0, 3).map(drugLine) }),
    rehabilitation: [1],
    stability: proposeClass(found).stability,
  };
}

const drugLine = ({ name, morningMg, noonMg, nightMg, everyWeeks }: CastPatient['drugs'][number]) =>
  everyWeeks === null ? { name, morningMg, noonMg, eveningMg: nightMg } : { name, everyWeeks, eachMg: morningMg };
