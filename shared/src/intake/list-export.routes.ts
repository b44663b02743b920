import { route } from '../kernel/route.ts';
import type * as C from './list-export.contract.ts';

/** The responsibility list of a township as it stands today, in the layout in which it is imported. */
export const exportList = route<{ body: C.ExportListBody; answer: C.ExportedList }>()('POST', '/responsibility-lists/exports');
