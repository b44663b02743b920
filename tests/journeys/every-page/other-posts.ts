import { approveDeskTicket, createPerson, issueInvitation, listAreas, requestStepUp } from '@guanhu/shared/access/access.routes';
import type { Role } from '@guanhu/shared/access/access.terms';
import { ask, newKey } from '../../support/front-door.ts';
import { places } from '../cast.ts';
import { bind } from '../phone-access.ts';
import type { World } from '../world.ts';

const NAME = '兼岗人';
const MOBILE = '19900009998';
/** The posts that nobody in the story holds, and where. */
const POSTS: readonly (readonly [Role, string])[] = [
  ['politicalLegalMember', places.township],
  ['securityOfficer', places.village],
  ['villageDoctor', places.village],
];

/** Somebody takes the posts that are left, a phone and a desk. */
export async function holdOtherPosts(world: World): Promise<void> {
  const url = world.house.system.serverUrl;
  const as = await world.desk('administrator').token();
  const approver = await world.phone('administrator').token();
  const { rows: areas } = await ask(url, listAreas, { as });
  const [personId, from] = [newKey(), world.today];
  const posts = POSTS.map(([role, area]) => {
    const areaId = areas.find(each => each.name === area)?.areaId;
    if (areaId === undefined) throw new Error(`no area ${area}`);
    return { postId: newKey(), role, areaId, organisationId: null, from };
  });
  const body = { purpose: 'roles:change', objectId: personId, device: '工作台' } as const;
  const { ticketId, code } = await ask(url, requestStepUp, { as, body });
  await ask(url, approveDeskTicket, { as: approver, params: { code } });
  await ask(url, createPerson, { as, body: { personId, name: NAME, phone: MOBILE, posts, stepUpTicket: ticketId } });
  const invitation = await ask(url, issueInvitation, { as, params: { personId } });
  const phone = await world.takePhone('others', MOBILE, NAME);
  await bind(phone, invitation.code);
  await phone.tab('我的');
  await phone.sees(NAME);
  await world.signIn('others');
}
