import { listAreas } from '@guanhu/shared/access/access.routes';
import type { Permission } from '@guanhu/shared/access/permissions.rules';
import { areasWith } from './may.ts';
import { useRead } from './queries.ts';
import { useMe } from './use-me.ts';

type Township = { readonly areaId: string; readonly name: string };

/** The townships over which a post of the person, there or in the county, gives the permission; undefined until they are known. */
export function useTownships(permission: Permission): readonly Township[] | undefined {
  const mine = areasWith(useMe(), permission);
  return useRead(listAreas).data?.rows.filter(
    area => area.kind === 'township' && (mine.includes(area.areaId) || (area.parentId !== null && mine.includes(area.parentId))),
  );
}
