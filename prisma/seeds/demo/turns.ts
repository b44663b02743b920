import { newId } from '@guanhu/server/platform/ids';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { recordAdmission } from '@guanhu/shared/incidents/admission.routes';
import type { NotDoneRecord } from '@guanhu/shared/visits/visit-record.terms';
import { checkInVisit, recordVisit } from '@guanhu/shared/visits/visits.routes';
import type { ChangeStateBody } from '@guanhu/shared/registry/patient-life.contract';
import { changeState } from '@guanhu/shared/registry/patient-life.routes';
import type { PatientState } from '@guanhu/shared/registry/registry.terms';
import type { CastPatient } from './cast.terms.ts';
import { patientId, townshipOf, type Story } from './story.ts';

/** Days before the demonstration on which patients left their homes, and on which others died or were lost sight of. */
const LEFT_AGO = 18;
const FOUND_AGO = 12;

/** Whether the patient's life has turned from being in care by this day. */
export const hasTurned = (story: Story, patient: CastPatient, day: CalendarDate): boolean =>
  patient.state !== 'inCare' && day >= addDays(story.today, -(isFoundByVisit(patient) ? FOUND_AGO : LEFT_AGO));

const isFoundByVisit = ({ state }: CastPatient): boolean => state === 'deceased' || state === 'lostToFollowUp' || state === 'missing';

/** Patients go to hospital, away or out of sight, and two die. */
export async function letLivesTurn(story: Story, day: CalendarDate, registered: readonly CastPatient[]): Promise<void> {
  for (const patient of registered) {
    if (patient.state === 'inCare' || !hasTurned(story, patient, day) || hasTurned(story, patient, addDays(day, -1))) continue;
    story.house.clock.move(day, '11:00');
    if (isFoundByVisit(patient)) await find(story, patient, day);
    else await record(story, patient, day);
  }
}

/** What the doctor is told of those who leave their homes. */
const LEFT: { readonly [S in PatientState]?: (on: CalendarDate) => ChangeStateBody } = {
  away: on => ({ from: 'inCare', to: 'away', on, place: '邻县亲戚家', reason: '家属告知，去向清楚' }),
  inCustody: on => ({ from: 'inCare', to: 'inCustody', on, reason: '派出所通报' }),
  compulsoryMedical: on => ({ from: 'inCare', to: 'compulsoryMedical', on, reason: '法院决定，强制医疗所通报' }),
};

/** The doctor records where somebody went. */
async function record(story: Story, patient: CastPatient, day: CalendarDate): Promise<void> {
  const as = await story.people.phone(`doctor@${townshipOf(story, patient)}`);
  if (patient.state === 'hospitalised') return admit(story, patient, day, as);
  const body = LEFT[patient.state]?.(day);
  if (!body) throw new Error(`nobody leaves for ${patient.state}`);
  await story.house.call(changeState, { as, params: { patientId: patientId(story, patient) }, body });
}

/** Of the patient's own will, taken there by the family. */
async function admit(story: Story, patient: CastPatient, on: CalendarDate, as: string): Promise<void> {
  const body = {
    admissionId: newId(),
    from: 'inCare',
    on,
    ground: 'voluntary',
    hospital: '市精神卫生中心',
    words: '病情波动，家属陪同',
    signedBy: 'patient',
    signerName: patient.name,
    conclusionOn: null,
    guardianRefused: null,
  } as const;
  await story.house.call(recordAdmission, { as, params: { patientId: patientId(story, patient) }, body });
}

/** The doctor comes and finds out. */
async function find(story: Story, patient: CastPatient, day: CalendarDate): Promise<void> {
  const { house, people } = story;
  const as = await people.phone(`doctor@${townshipOf(story, patient)}`);
  const visitId = newId();
  const at = house.clock.now().toISOString();
  const params = { patientId: patientId(story, patient) };
  const { version } = await house.call(checkInVisit, { as, params, body: { visitId, at } });
  const record: NotDoneRecord =
    patient.state === 'deceased'
      ? { result: 'deceased', diedOn: addDays(day, -1), deathCause: 1, fatalIllness: 3 }
      : { result: 'lost', lostReason: patient.state === 'missing' ? 3 : 5, note: '家属也联系不上，已报派出所' };
  await house.call(recordVisit, { as, params: { visitId }, body: { version, record } });
}
