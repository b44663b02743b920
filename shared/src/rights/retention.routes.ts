import { route } from '../kernel/route.ts';
import type * as C from './retention.contract.ts';

export const readRetention = route<{ answer: C.RetentionAnswer }>()('GET', '/retention');
