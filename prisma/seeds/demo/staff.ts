import type { Role } from '@guanhu/shared/access/access.terms';
import { SEAT_ROLES, type StaffSeat } from '@guanhu/shared/care-team/seats.terms';
import type { CastPerson, CastPost, CastTeam } from './cast.terms.ts';
import type { NameInventor } from './names.ts';
import { committeeKey, COUNTY, COUNTY_OFFICE, officeKey, townships, villages, type TownshipOffice } from './places.ts';

/** Desk posts of every township, with the office they belong to. */
const DESKS: readonly (readonly [key: string, role: Role, office: TownshipOffice])[] = [
  ['maker', 'socialAffairsOfficer', 'socialAffairsOffice'],
  ['checker', 'townshipLead', 'partyGovernmentOffice'],
  ['releaser', 'financeOfficer', 'financeOffice'],
];
/** Seats filled by an office of the township for all its villages. */
const SENT: Readonly<Partial<Record<StaffSeat, TownshipOffice>>> = {
  police: 'policeStation',
  doctor: 'townHealthCenter',
  rehabCoordinator: 'disabledFederation',
  civilAffairs: 'civilAffairsOffice',
};
const VILLAGE_SEATS: readonly StaffSeat[] = ['lead', 'securityOfficer', 'gridWorker'];

type Recruits = { readonly persons: readonly CastPerson[]; readonly teams: Readonly<Record<string, CastTeam>> };

/**
 * Officials and field staff. As in real townships: in the third village of each township one person is lead and security officer at
 * once, and the first two villages of the second township share a grid worker.
 */
export function recruitStaff(names: NameInventor, nextMobile: () => string): Recruits {
  const people = new Map<string, { name: string; mobile: string; posts: CastPost[] }>();
  const hire = (key: string, post: CastPost): string => {
    const known = people.get(key);
    if (known === undefined) people.set(key, { name: names.next(), mobile: nextMobile(), posts: [post] });
    else known.posts.push(post);
    return key;
  };
  hire('administrator', { role: 'administrator', areaKey: COUNTY.key, organisationKey: COUNTY_OFFICE });
  const teams: Record<string, CastTeam> = {};
  for (const [at, township] of townships.entries()) {
    for (const [key, role, office] of DESKS)
      hire(`${key}@${township.key}`, { role, areaKey: township.key, organisationKey: officeKey(office, township.key) });
    const sent = Object.entries(SENT).map(([seat, office]) => {
      const role = SEAT_ROLES[seat as StaffSeat];
      return [
        seat,
        hire(`${seat}@${township.key}`, { role, areaKey: township.key, organisationKey: officeKey(office, township.key) }),
      ] as const;
    });
    for (const [within, village] of villages.filter(one => one.townshipKey === township.key).entries()) {
      const local = VILLAGE_SEATS.map(seat => {
        const shared =
          at === 1 && within === 1 && seat === 'gridWorker' ? `gridWorker@${villages[3]?.key ?? ''}` : `${seat}@${village.key}`;
        const key = within === 2 && seat === 'securityOfficer' ? `lead@${village.key}` : shared;
        return [seat, hire(key, { role: SEAT_ROLES[seat], areaKey: village.key, organisationKey: committeeKey(village.key) })] as const;
      });
      teams[village.key] = Object.fromEntries([...sent, ...local]) as CastTeam;
    }
  }
  return { persons: [...people].map(([key, person]) => ({ key, ...person })), teams };
}

/** The political-legal committee's member of every township: told when somebody is missing. */
export const recruitCommittee = (names: NameInventor, nextMobile: () => string): readonly CastPerson[] =>
  townships.map(({ key }) => ({
    key: `committee@${key}`,
    name: names.next(),
    mobile: nextMobile(),
    posts: [{ role: 'politicalLegalMember', areaKey: key, organisationKey: officeKey('peaceOffice', key) }],
  }));
