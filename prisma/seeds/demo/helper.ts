import { newId } from '@guanhu/server/platform/ids';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { listGuardians, nameHelper as nameIt } from '@guanhu/shared/registry/guardians.routes';
import type { CastPatient } from './cast.terms.ts';
import { allowMessages } from './families.ts';
import { invite } from './founding.ts';
import { patientId, townshipOf, type Story } from './story.ts';

/** The patient whose guardian has no phone. */
export function helped({ cast }: Pick<Story, 'cast'>): CastPatient {
  const patient = cast.patients.find(one => one.key === cast.helper.patientKey);
  if (!patient) throw new RangeError('nobody is helped');
  return patient;
}

/** Whose phone answers for a family. */
export const answersFor = ({ cast }: Pick<Story, 'cast'>, patient: CastPatient): string =>
  patient.key === cast.helper.patientKey ? cast.helper.personKey : patient.guardians[0].personKey;

/** The office writes down that a neighbour may act for the guardian; the neighbour binds a phone. */
export async function nameHelper(story: Story, from: CalendarDate): Promise<void> {
  const { house, people, cast } = story;
  const { personKey } = cast.helper;
  const patient = helped(story);
  const as = await people.desk(`maker@${townshipOf(story, patient)}`);
  const params = { patientId: patientId(story, patient) };
  const { guardians } = await house.call(listGuardians, { as, params });
  const guardianshipId = guardians.find(one => one.inForce && one.isPrimary)?.guardianshipId ?? '';
  const { name, mobile: phone } = people.person(personKey);
  const body = { helperId: newId(), guardianshipId, name, phone, from, proof: '监护人按了手印的委托书，村委会盖章' };
  const named = await house.call(nameIt, { as, params, body });
  people.ids.set(personKey, named.personId);
  await people.bind(personKey, await invite(story, personKey));
  await allowMessages(story, personKey, 3);
}
