import { reportCall } from '@guanhu/shared/agenda/agenda.routes';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { confirmMedication } from '@guanhu/shared/medication/medication.routes';
import type { CastPatient } from './cast.terms.ts';
import { chance } from './chance.ts';
import { each, patientId, patientOf, type Story } from './story.ts';
import { doWhatIsDue } from './due-work.ts';
import { answersFor } from './helper.ts';
import { consentOf } from './settling-in.ts';
import { hasTurned, letLivesTurn } from './turns.ts';
import { BEHIND, isVisited, rounds, visit, type OpenVisit } from './visiting.ts';

type OpenCall = { readonly id: Id; readonly patientId: Id; readonly assigneeId: Id };

/** Days before the demonstration whose calls are left for it. */
const LAST_DAYS = 2;

/** Families that have fallen silent, by the number of days. */
export type Silence = ReadonlyMap<string, number>;

/** A day of the county: the worker plans it, families answer, people visit and telephone, and what was promised is kept. */
export async function liveThrough(
  story: Story,
  day: CalendarDate,
  registered: readonly CastPatient[],
  silent: Silence,
  officeHours: () => Promise<void>,
): Promise<void> {
  const { house } = story;
  house.clock.move(day, '00:05');
  await house.runCron();
  house.clock.move(day, '08:40');
  await confirmMedicine(story, day, registered, silent);
  house.clock.move(day, '09:00');
  await officeHours();
  await letLivesTurn(story, day, registered);
  house.clock.move(day, '14:30');
  await makeVisits(story, day);
  await makeCalls(story, day);
  await doWhatIsDue(story, day);
  house.clock.move(day, '18:10'); // after the hour of the reminders, before the quiet ones
  await house.keepPromises();
}

/** Families say how the day's medicine went; now and then one forgets. */
export async function confirmMedicine(
  story: Story,
  day: CalendarDate,
  registered: readonly CastPatient[],
  silent: Silence,
  share = 0.96,
): Promise<void> {
  const { house, people, today } = story;
  const asked = registered.filter(patient => {
    const personKey = answersFor(story, patient);
    const isSilent = addDays(today, -(silent.get(patient.key) ?? -1)) <= day;
    const isAtHome = !hasTurned(story, patient, day) && !story.inHospital.has(patient.key);
    const isAsked = isAtHome && patient.drugs.length > 0 && consentOf(patient) !== 'refused';
    const answers = isAsked && people.isBound(personKey) && !isSilent;
    return answers && chance('answers', patient.key, day) < share;
  });
  await each(asked, async patient => {
    const luck = chance('medicine', patient.key, day);
    const answer = luck < 0.93 ? 'taken' : luck < 0.98 ? 'partly' : 'notTaken';
    const as = await people.phone(answersFor(story, patient));
    const body = { on: day, answer, at: house.clock.now().toISOString() } as const;
    await house.call(confirmMedication, { as, params: { patientId: patientId(story, patient) }, body });
  });
}

async function makeVisits(story: Story, day: CalendarDate): Promise<void> {
  const open = await story.house.county.sql<OpenVisit>(
    `SELECT id, patient_id AS "patientId", assignee_id AS "assigneeId", seat, due_on AS "dueOn" FROM task
     WHERE county_id = $1 AND kind = 'visit' AND state = 'open' AND assignee_id IS NOT NULL AND due_on <= $2 ORDER BY due_on, id`,
    [story.house.county.countyId, addDays(day, 1)],
  );
  const coming = open.filter(one => isVisited(story, one, day));
  // Whoever comes to one patient comes one after the other.
  const timeOf = rounds(day);
  await each([...new Set(coming.map(one => one.patientId))], patient =>
    visit(
      story,
      coming.filter(one => one.patientId === patient),
      day,
      timeOf,
    ),
  );
}

/** Grid workers telephone where a family is silent or a message could not be sent; not all are reached at once. */
async function makeCalls(story: Story, day: CalendarDate): Promise<void> {
  const { house, people, today } = story;
  const open = await house.county.sql<OpenCall>(
    `SELECT id, patient_id AS "patientId", assignee_id AS "assigneeId" FROM task
     WHERE county_id = $1 AND kind = 'call' AND state = 'open' AND assignee_id IS NOT NULL ORDER BY due_on, id`,
    [house.county.countyId],
  );
  await each(open, async ({ id, patientId: about, assigneeId }) => {
    const key = people.keyOf(assigneeId);
    const resting = key === BEHIND.key ? BEHIND.days : LAST_DAYS;
    if (key === undefined || !people.isBound(key) || addDays(today, -resting) <= day) return;
    const outcome = chance('call', patientOf(story, about).key, day) < 0.85 ? 'reached' : 'noAnswer';
    await house.call(reportCall, { as: await people.phone(key), params: { taskId: id }, body: { outcome } });
  });
}
