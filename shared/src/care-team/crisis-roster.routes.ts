import type { Done } from '../access/access.contract.ts';
import { route } from '../kernel/route.ts';
import type * as C from './crisis-roster.contract.ts';

/** Who is on duty for emergencies, by township. */
export const readCrisisRoster = route<{ query: C.RosterQuery; answer: C.CrisisRoster }>()('GET', '/crisis-roster');
export const addShift = route<{ body: C.AddShiftBody; answer: Done }>()('POST', '/crisis-roster/shifts');
export const removeShift = route<{ params: C.ShiftParams; body: C.ShiftVersionBody; answer: Done }>()(
  'POST',
  '/crisis-roster/shifts/:shiftId/remove',
);
export const swapShift = route<{ params: C.ShiftParams; body: C.SwapShiftBody; answer: Done }>()(
  'POST',
  '/crisis-roster/shifts/:shiftId/swap',
);
export const readOnDuty = route<{ params: { patientId: string }; answer: C.OnDutyAnswer }>()('GET', '/patients/:patientId/on-duty');
export const listDrills = route<{ query: C.DrillsQuery; answer: C.DrillsPage }>()('GET', '/drills');
export const logDrill = route<{ body: C.LogDrillBody; answer: Done }>()('POST', '/drills');
