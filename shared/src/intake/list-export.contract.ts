import { z } from 'zod';
import { contract, IdText } from '../kernel/contract.ts';
import * as routes from './list-export.routes.ts';

const ExportListBody = z.strictObject({ townshipId: IdText, stepUpTicket: IdText });
const ExportedList = z
  .object({
    /** What the audit knows this file by; it stands in the file's foot. */
    exportId: IdText,
    fileName: z.string(),
    /** The .xlsx file, base64. */
    workbook: z.string(),
    patients: z.int().min(0),
  })
  .meta({ id: 'ExportedList' });

/** Never kept for a repeated request: a file lost on the way is asked for again, with another approval. */
export const exportListContract = contract({
  route: routes.exportList,
  summary: 'The responsibility list of a township as .xlsx, marked with who exported it; step-up data:export on the township',
  door: 'list:export',
  body: ExportListBody,
  answer: ExportedList,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'STEP_UP_NEEDED'],
});

export type ExportListBody = z.input<typeof ExportListBody>;
export type ExportedList = z.infer<typeof ExportedList>;
