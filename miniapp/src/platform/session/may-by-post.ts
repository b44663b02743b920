import { rolesWith, type Permission } from '@guanhu/shared/access/permissions.rules';
import { session } from './index.ts';

/** Whether a post of the person signed in gives this anywhere; where, the server says. */
export function mayByPost(permission: Permission): boolean {
  const roles = rolesWith(permission);
  return session()?.me.posts.some(post => roles.includes(post.role)) === true;
}
