import { z } from 'zod';
import { Done } from '../access/access.contract.ts';
import { contract, Day, IdText, keysOf, listOf, PageQuery, Words } from '../kernel/contract.ts';
import * as routes from './groups.routes.ts';
import { GROUP_KINDS, GROUP_ROLES, type GroupKind, type GroupRole } from './groups.terms.ts';

const GroupParams = z.strictObject({ areaId: IdText });
const GroupMemberParams = GroupParams.extend({ memberId: IdText });
const Kind = keysOf<GroupKind>(GROUP_KINDS).meta({ id: 'GroupKind' });
const MemberRole = keysOf<GroupRole>(GROUP_ROLES).meta({ id: 'GroupRole' });

const GroupRow = z
  .object({
    areaId: IdText,
    areaName: z.string(),
    kind: Kind,
    /** Names of who leads it today; empty: nobody does. */
    leads: z.array(z.string()),
    members: z.int().min(0),
  })
  .meta({ id: 'GroupRow' });
// A page ends at a kind and a name.
const Groups = listOf(GroupRow, { after: PageQuery.shape.after });

const GroupMember = z
  .object({
    memberId: IdText,
    personId: IdText,
    name: z.string(),
    phone: z.string().nullable(),
    role: MemberRole,
    /** What the member answers for, in the group's own words. */
    duty: z.string().nullable(),
    /** Posts that the person holds today, in words; empty for somebody who holds none, as a guardian. */
    posts: z.array(z.string()),
    since: Day,
    /** Last day in the group. */
    until: Day.nullable(),
    over: z.boolean(),
  })
  .meta({ id: 'GroupMember' });

const Group = z
  .object({
    areaId: IdText,
    areaName: z.string(),
    kind: Kind,
    office: z.object({ organisationId: IdText, name: z.string() }).nullable(),
    /** Those in it today first, lead before the others; then those who were in it, latest first. */
    members: z.array(GroupMember),
  })
  .meta({ id: 'Group' });

const GroupOfficeBody = z.strictObject({ organisationId: IdText.nullable() });
const GroupMemberBody = z.strictObject({
  memberId: IdText,
  personId: IdText,
  role: MemberRole,
  duty: Words(200).nullable(),
  since: Day,
});
const EndMemberBody = z.strictObject({ lastDay: Day });

export const listGroupsContract = contract({
  route: routes.listGroups,
  summary: 'Township groups and village joint teams of the reader’s areas',
  door: 'group:read',
  ...Groups,
  refusals: [],
});
export const readGroupContract = contract({
  route: routes.readGroup,
  summary: 'One group: office, members, and who was in it',
  door: 'group:read',
  params: GroupParams,
  answer: Group,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});
export const setGroupOfficeContract = contract({
  route: routes.setGroupOffice,
  summary: 'Which office keeps the group’s papers',
  door: 'group:write',
  params: GroupParams,
  body: GroupOfficeBody,
  answer: Done,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});
export const addGroupMemberContract = contract({
  route: routes.addGroupMember,
  summary: 'Somebody joins a group; a second lead is refused until the first has ended',
  door: 'group:write',
  params: GroupParams,
  body: GroupMemberBody,
  answer: Done,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'PERSON_LEFT', 'GROUP_MEMBER_ALREADY', 'GROUP_HAS_LEAD', 'TEAM_DAY_OUT_OF_RANGE'],
  once: true,
});
export const endGroupMemberContract = contract({
  route: routes.endGroupMember,
  summary: 'Somebody leaves a group',
  door: 'group:write',
  params: GroupMemberParams,
  body: EndMemberBody,
  answer: Done,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'TEAM_DAY_OUT_OF_RANGE'],
  once: true,
});

export type GroupParams = z.input<typeof GroupParams>;
export type GroupMemberParams = z.input<typeof GroupMemberParams>;
export type GroupsQuery = z.input<typeof Groups.query>;
export type GroupsPage = z.infer<typeof Groups.answer>;
export type Group = z.infer<typeof Group>;
export type GroupMember = z.infer<typeof GroupMember>;
export type GroupOfficeBody = z.input<typeof GroupOfficeBody>;
export type GroupMemberBody = z.input<typeof GroupMemberBody>;
export type EndMemberBody = z.input<typeof EndMemberBody>;
