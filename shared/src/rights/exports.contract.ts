import { z } from 'zod';
import { contract, IdPageQuery, IdText, Instant, keysOf, PageOf, Version, Words } from '../kernel/contract.ts';
import * as routes from './exports.routes.ts';
import { EXPORT_CONTENTS, EXPORT_STATES, type ExportContent, type ExportState } from './rights.terms.ts';

const OfExport = z.strictObject({ exportId: IdText });

const ExportShown = z
  .object({
    exportId: IdText,
    /** What people call it by; the watermark bears it. */
    number: z.string(),
    content: keysOf<ExportContent>(EXPORT_CONTENTS),
    townshipId: IdText,
    townshipName: z.string(),
    reason: z.string(),
    state: keysOf<ExportState>(EXPORT_STATES),
    askedBy: z.string(),
    askedAt: Instant,
    decided: z.object({ by: z.string(), at: Instant, note: z.string().nullable() }).nullable(),
    expiresAt: Instant.nullable(),
    downloads: z.int(),
    mayDecide: z.boolean(),
    mayDownload: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'Export' });

const AskBody = z.strictObject({
  exportId: IdText,
  content: keysOf<ExportContent>(EXPORT_CONTENTS),
  townshipId: IdText,
  /** What it is needed for and who receives it. */
  reason: Words(300).min(6),
});
const DecideBody = z.strictObject({ approve: z.boolean(), note: Words(300).optional(), version: Version });
const DownloadBody = z.strictObject({ stepUpTicket: IdText });
const ExportFile = z.object({ fileName: z.string(), content: z.base64() }).meta({ id: 'ExportFile' });

export const askExportContract = contract({
  route: routes.askExport,
  summary: 'Ask to take data out of the system: what, of which township, what for',
  door: 'export:ask',
  body: AskBody,
  answer: ExportShown,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});

export const listExportsContract = contract({
  route: routes.listExports,
  summary: 'Exports of the reader’s areas, newest first',
  door: 'export:read',
  query: IdPageQuery,
  answer: PageOf(ExportShown),
  refusals: [],
});

export const decideExportContract = contract({
  route: routes.decideExport,
  summary: 'Approve or refuse an export that somebody else asked for',
  door: 'export:decide',
  params: OfExport,
  body: DecideBody,
  answer: ExportShown,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'EXPORT_OWN_REQUEST', 'EXPORT_NOT_OPEN', 'STALE'],
  once: true,
});

/** Never kept for a repeated request: the file is made anew from the data of the moment and noted each time. */
export const downloadExportContract = contract({
  route: routes.downloadExport,
  summary: 'The approved file with its watermark, for whoever asked, after the phone approved it again',
  door: 'export:ask',
  params: OfExport,
  body: DownloadBody,
  answer: ExportFile,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'EXPORT_NOT_APPROVED', 'EXPORT_OF_ANOTHER', 'STEP_UP_NEEDED'],
});

export type OfExport = z.input<typeof OfExport>;
export type ExportShown = z.infer<typeof ExportShown>;
export type ExportsQuery = z.input<typeof IdPageQuery>;
export type ExportsPage = { rows: ExportShown[]; next: string | null };
export type AskExportBody = z.input<typeof AskBody>;
export type DecideExportBody = z.input<typeof DecideBody>;
export type DownloadExportBody = z.input<typeof DownloadBody>;
export type ExportFile = z.infer<typeof ExportFile>;
