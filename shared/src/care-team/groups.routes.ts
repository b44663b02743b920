import { route } from '../kernel/route.ts';
import type { Done } from '../access/access.contract.ts';
import type * as C from './groups.contract.ts';

/** Township groups and village joint teams in the reader's areas, township before its villages. */
export const listGroups = route<{ query: C.GroupsQuery; answer: C.GroupsPage }>()('GET', '/groups');
export const readGroup = route<{ params: C.GroupParams; answer: C.Group }>()('GET', '/groups/:areaId');
/** Which office keeps the group's papers. */
export const setGroupOffice = route<{ params: C.GroupParams; body: C.GroupOfficeBody; answer: Done }>()('POST', '/groups/:areaId/office');
export const addGroupMember = route<{ params: C.GroupParams; body: C.GroupMemberBody; answer: Done }>()('POST', '/groups/:areaId/members');
export const endGroupMember = route<{ params: C.GroupMemberParams; body: C.EndMemberBody; answer: Done }>()(
  'POST',
  '/groups/:areaId/members/:memberId/end',
);
