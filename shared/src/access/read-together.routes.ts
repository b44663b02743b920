import { route } from '../kernel/route.ts';
import type * as C from './read-together.contract.ts';

/** Several reads of one page in one request: a page in the mountains waits for one answer instead of seven. */
export const readTogether = route<{ body: C.ReadTogetherBody; answer: C.ReadTogetherAnswer }>()('POST', '/reads');
