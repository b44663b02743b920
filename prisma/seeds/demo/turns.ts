import { Patients } from '@guanhu/server/registry/registry.public';
import { newId } from '@guanhu/server/platform/ids';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { VisitRecordBody } from '@guanhu/shared/visits/visit-record.contract';
import { checkInVisit, recordVisit } from '@guanhu/shared/visits/visits.routes';
import type { CastPatient } from './cast.terms.ts';
import { patientId, townshipOf, type Story } from './story.ts';

/** Days before the demonstration on which patients left their homes, and on which others died or were lost sight of. */
const LEFT_AGO = 18;
const FOUND_AGO = 12;

/** Whether the patient's life has turned from being in care by this day. */
export const hasTurned = (story: Story, patient: CastPatient, day: CalendarDate): boolean =>
  patient.state !== 'inCare' && day >= addDays(story.today, -(isFoundByVisit(patient) ? FOUND_AGO : LEFT_AGO));

const isFoundByVisit = ({ state }: CastPatient): boolean => state === 'deceased' || state === 'lostToFollowUp';

/** Patients go to hospital, away or out of sight, and two die. */
export async function letLivesTurn(story: Story, day: CalendarDate, registered: readonly CastPatient[]): Promise<void> {
  for (const patient of registered) {
    if (patient.state === 'inCare' || !hasTurned(story, patient, day) || hasTurned(story, patient, addDays(day, -1))) continue;
    story.house.clock.move(day, '11:00');
    if (isFoundByVisit(patient)) await find(story, patient, day);
    // No use-case records a stay in hospital or a journey yet.
    else await story.house.write(tx => story.house.get(Patients).setState(tx, patientId(story, patient), patient.state));
  }
}

/** The doctor comes and finds out. */
async function find(story: Story, patient: CastPatient, day: CalendarDate): Promise<void> {
  const { house, people } = story;
  const as = await people.phone(`doctor@${townshipOf(story, patient)}`);
  const visitId = newId();
  const at = house.clock.now().toISOString();
  const params = { patientId: patientId(story, patient) };
  const { version } = await house.call(checkInVisit, { as, params, body: { visitId, at } });
  const record: VisitRecordBody =
    patient.state === 'deceased'
      ? { result: 'deceased', diedOn: addDays(day, -1), deathCause: 1, fatalIllness: 3 }
      : { result: 'lost', lostReason: 3, note: '家属也联系不上，已报派出所' };
  await house.call(recordVisit, { as, params: { visitId }, body: { version, record } });
}
