import type { readOnDuty } from '@guanhu/shared/care-team/crisis-roster.routes';
import type { readTeam } from '@guanhu/shared/care-team/care-team.routes';
import type { Seat } from '@guanhu/shared/care-team/seats.terms';
import { contactLabel } from '@guanhu/shared/incidents/incidents.terms';
import type { readIncident } from '@guanhu/shared/incidents/incidents.routes';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import type { CallTo } from '../../ui/call-buttons/call-buttons.tsx';
import { incidentsWords } from '../../words/incidents.ts';

/** How many calls stand above everything else beside 110; the rest comes after what the page asks. */
const ON_TOP = 4;

type Team = AnswerOf<typeof readTeam>;
type OnDuty = AnswerOf<typeof readOnDuty>;
type Contacts = AnswerOf<typeof readIncident>['contacts'];

export const POLICE: CallTo = { text: incidentsWords.callPolice, phone: '110' };
export const AMBULANCE: CallTo = { text: incidentsWords.callAmbulance, phone: '120' };

/** Advice for whoever is worried or in despair; the state's line, day and night. */
const ADVICE: CallTo = { text: incidentsWords.callAdvice, phone: '12356' };

const NEARBY: readonly { readonly seat: Seat; readonly text: string }[] = [
  { seat: 'police', text: incidentsWords.villagePolice },
  { seat: 'doctor', text: incidentsWords.doctor },
  { seat: 'gridWorker', text: incidentsWords.gridWorker },
  { seat: 'lead', text: incidentsWords.lead },
];

/** Who is near: whoever is on duty now, and of the team those who have a number. */
export function callsNear(team: Team | undefined, onDuty?: OnDuty): readonly CallTo[] {
  const known = NEARBY.flatMap(({ seat, text }) => {
    const holders = team?.seats.find(each => each.seat === seat)?.holders ?? [];
    const phone = holders.find(holder => holder.phone !== null)?.phone;
    return phone ? [{ text, phone }] : [];
  });
  const duty = (onDuty?.persons ?? []).map(({ name, phone }) => ({ text: incidentsWords.onDuty(name), phone }));
  return [...duty, ...known.filter(one => !duty.some(each => each.phone === one.phone))];
}

/** Whom to telephone beside 110: the ambulance always, who is near, and last the line for advice. */
export const callsBeside = (team: Team | undefined, onDuty?: OnDuty): readonly CallTo[] => [AMBULANCE, ...callsNear(team, onDuty), ADVICE];

/** Whom somebody who acts on an incident telephones beside 110: the ambulance, who reported it and whoever was told, the family. */
export const callsOf = (contacts: Contacts): readonly CallTo[] => [
  AMBULANCE,
  ...contacts.map(({ who, name, phone }) => ({ text: `${contactLabel(who)} ${name}`, phone })),
];

/** The calls that stand on top, and those that follow below. */
export const split = (calls: readonly CallTo[]): { readonly top: readonly CallTo[]; readonly more: readonly CallTo[] } => ({
  top: calls.slice(0, ON_TOP),
  more: calls.slice(ON_TOP),
});
