import { newId } from '@guanhu/server/platform/ids';
import { acknowledgeIncident, markIncidentRead, reportIncident } from '@guanhu/shared/incidents/incidents.routes';
import type { StaffSeat } from '@guanhu/shared/care-team/seats.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { IncidentKind } from '@guanhu/shared/policy/policy.terms';
import type { CastPatient } from './cast.terms.ts';
import { patientId, type Story } from './story.ts';

export type Episode = {
  /** Made anew when it is not given. */
  readonly incidentId?: Id;
  readonly patient: CastPatient;
  readonly kind: IncidentKind;
  readonly note: string;
  /** Minutes between what happened and the report. */
  readonly minutes: number;
  readonly readBy: readonly StaffSeat[];
  readonly acknowledgedBy: readonly StaffSeat[];
};

/** The family reports an episode, or the village's lead where no phone of it is bound; the team reads it, and some say that they are on it. */
export async function report(story: Story, episode: Episode): Promise<Id> {
  const { house, people, cast } = story;
  const { incidentId = newId(), patient, kind, note, minutes, readBy, acknowledgedBy } = episode;
  const [{ personKey }] = patient.guardians;
  const happenedAt = new Date(house.clock.now().getTime() - minutes * 60_000).toISOString();
  const team = cast.teams[patient.villageKey];
  const as = await people.phone(people.isBound(personKey) ? personKey : (team?.lead ?? ''));
  await house.call(reportIncident, { as, params: { patientId: patientId(story, patient) }, body: { incidentId, kind, happenedAt, note } });
  await house.keepPromises(); // an alarm goes out at once
  for (const seat of readBy) {
    house.clock.pass(2);
    await house.call(markIncidentRead, { as: await people.phone(team?.[seat] ?? ''), params: { incidentId } });
  }
  for (const seat of acknowledgedBy) {
    house.clock.pass(3);
    await house.call(acknowledgeIncident, { as: await people.phone(team?.[seat] ?? ''), params: { incidentId } });
  }
  return incidentId;
}

/** The episode that a patient of the cast is known to have had. */
export const pastEpisode = (patient: CastPatient): Episode => ({
  patient,
  kind: patient.riskRating >= 3 ? 'harmToOthers' : 'threat',
  note: patient.riskRating >= 3 ? '和邻居起了争执，推了人，现在已经平静下来' : '夜里大声吵闹，不肯睡，劝了一阵才好',
  minutes: 25,
  readBy: ['gridWorker'],
  acknowledgedBy: ['lead', 'police'],
});
