import { route } from '../kernel/route.ts';
import type * as C from './key-groups.contract.ts';

export const listKeyGroup = route<{ query: C.KeyGroupQuery; answer: C.KeyGroupPage }>()('GET', '/key-groups');
