import { GUARDIAN_RELATIONS } from '@guanhu/shared/registry/guardian-relation.rules';
import { ROLES } from '@guanhu/shared/access/access.terms';
import type { Cast, CastPatient } from './cast.terms.ts';
import type { RewardPlan } from './reward-plan.ts';
import type { Story } from './story.ts';

/** A phone on the wall, and what its owner is there to show. */
export type OnWall = { readonly personKey: string; readonly label: string; readonly shows: string; readonly isBound: boolean };

const MONEY_SHOWS = {
  claimed: '监护人：补助已点领取，等本人在手机上确认收款',
  received: '监护人：协议是在纸上签的，补助已经到账，其中一部分查实要退回',
  failed: '监护人：补助没有转成，等两位工作人员决定重新发放',
} as const;
const UNBOUND = 2;
/** Whose phones hang first: the wall opens with three of them. */
const OPENING = ['guardian', 'gridWorker', 'socialAffairsOfficer'];

/** The phones of the cast, those of the families whose money is on its way or was cut, and two that nobody has bound yet. */
export function phonesOnWall(cast: Cast, plans: readonly RewardPlan[]): readonly OnWall[] {
  const opening = OPENING.flatMap(as => cast.phones.find(phone => phone.as === as) ?? []);
  const inOrder = [...opening, ...cast.phones.filter(phone => !opening.includes(phone))];
  const owners = inOrder.map(({ personKey, as, shows }) => ({
    personKey,
    shows,
    isBound: true,
    what: as === 'guardian' ? '监护人' : as === 'helper' ? '代办人' : ROLES[as],
  }));
  const payees = plans.flatMap(({ patient, money, shows = money && MONEY_SHOWS[money] }) =>
    shows === undefined ? [] : [{ personKey: patient.guardians[0].personKey, shows, isBound: true, what: '监护人' }],
  );
  const waiting = unboundFamilies(cast, plans).map(patient => ({
    personKey: patient.guardians[0].personKey,
    shows: '监护人（还没有绑定）：用下面的邀请码在这部手机上绑定',
    isBound: false,
    what: '监护人',
  }));
  return [...owners, ...payees, ...waiting].map(({ what, ...one }) => ({
    ...one,
    label: `${cast.persons.find(person => person.key === one.personKey)?.name ?? ''} · ${what}`,
  }));
}

/** Families of the first township that have nothing to do with a reward and have not bound yet. */
function unboundFamilies(cast: Cast, plans: readonly RewardPlan[]): readonly CastPatient[] {
  const home = cast.townships[0]?.key;
  const near = new Set(cast.villages.filter(village => village.townshipKey === home).map(village => village.key));
  const helped = cast.patients.find(patient => patient.key === cast.helper.patientKey)?.guardians[0].personKey ?? '';
  const busy = new Set([helped, ...cast.phones.map(phone => phone.personKey), ...plans.map(plan => plan.patient.guardians[0].personKey)]);
  const free = cast.patients.filter(
    patient => near.has(patient.villageKey) && patient.state === 'inCare' && !busy.has(patient.guardians[0].personKey),
  );
  return free.slice(-UNBOUND);
}

/** How a family calls its patient on the list of who is who: never by name. */
export const wardsInWords = ({ cast }: Pick<Story, 'cast'>, personKey: string): string =>
  cast.patients
    .flatMap(patient => patient.guardians.filter(guardian => guardian.personKey === personKey))
    .map(guardian => GUARDIAN_RELATIONS[guardian.relation])
    .join('、');
