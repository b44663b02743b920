import type { Me } from '@guanhu/shared/access/access.contract';
import type { Permission } from '@guanhu/shared/access/permissions.rules';
import { createContext, useContext } from 'react';
import { areasWith, mayEver } from './may.ts';

export const MeContext = createContext<Me | null>(null);

/** The person who is signed in. @throws outside the shell, where nobody is. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('nobody is signed in here');
  return me;
}

/** Whether the person may ever do this: what to show. */
export const useMay = (permission: Permission): boolean => mayEver(useMe(), permission);
/** Whether one of the person's own posts gives the permission. */
export const useMayByPost = (permission: Permission): boolean => areasWith(useMe(), permission).length > 0;
