import { route } from '../kernel/route.ts';
import type { Done } from '../access/access.contract.ts';
import type * as C from './handover.contract.ts';

/** Leaves that were asked for and handovers that were done in the reader's areas, latest first. */
export const listHandovers = route<{ query: C.HandoversQuery; answer: C.HandoversPage }>()('GET', '/handovers');
/** Everything a worker does passes to a colleague: for some days, or for good. */
export const handOver = route<{ body: C.HandOverBody; answer: C.HandoverRef }>()('POST', '/handovers');
/** What a worker asked for is agreed to, with the colleague named here, or not. */
export const decideHandover = route<{ params: C.HandoverParams; body: C.DecideHandoverBody; answer: C.HandoverRef }>()(
  'POST',
  '/handovers/:handoverId/decide',
);
export const listMyHandovers = route<{ query: C.MyHandoversQuery; answer: C.HandoversPage }>()('GET', '/my/handovers');
/** A worker asks for leave and says who could stand in. */
export const proposeLeave = route<{ body: C.ProposeLeaveBody; answer: C.HandoverRef }>()('POST', '/my/handovers');
export const withdrawLeave = route<{ params: C.HandoverParams; answer: Done }>()('POST', '/my/handovers/:handoverId/withdraw');
