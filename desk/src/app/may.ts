import type { Me } from '@guanhu/shared/access/access.contract';
import type { Actor } from '@guanhu/shared/access/access.terms';
import { areasOf, seatsOf, type Permission } from '@guanhu/shared/access/permissions.rules';
import { FIELD_ROLES } from '@guanhu/shared/access/post.rules';

const FIELD = new Set<string>(FIELD_ROLES);

const actorOf = (me: Me): Actor => ({ countyId: me.countyId, personId: me.personId, sessionId: '', channel: 'desk', posts: me.posts });

/** Areas over which the person holds a permission by post. */
export const areasWith = (me: Me, permission: Permission): readonly string[] => areasOf(actorOf(me), permission);

/**
 * Whether there can be anything for this person behind the permission: by a post, or by a seat on some patient's team, which only
 * holders of field posts have. Only what to show; the server decides about each thing.
 */
export const mayEver = (me: Me, permission: Permission): boolean =>
  areasWith(me, permission).length > 0 || (seatsOf(actorOf(me), permission).length > 0 && me.posts.some(post => FIELD.has(post.role)));
