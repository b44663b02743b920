import { listAreas } from '@guanhu/shared/access/access.routes';
import { rolesWith, type Permission } from '@guanhu/shared/access/permissions.rules';
import { useRead } from '../../platform/api/use-read.ts';
import { useSession } from '../../platform/session';

/** The villages in which a post of the reader gives this, by name. */
export function useVillagesWith(permission: Permission): readonly { readonly value: string; readonly text: string }[] {
  const roles = rolesWith(permission);
  const mine = new Set(useSession()?.me.posts.flatMap(post => (roles.includes(post.role) ? [post.areaId] : [])));
  const areas = useRead(listAreas, { keep: true }).value?.rows ?? [];
  return areas
    .filter(area => area.kind === 'village' && (mine.has(area.areaId) || (area.parentId !== null && mine.has(area.parentId))))
    .map(area => ({ value: area.areaId, text: area.name }));
}
