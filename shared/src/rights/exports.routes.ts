import { route } from '../kernel/route.ts';
import type * as C from './exports.contract.ts';

export const askExport = route<{ body: C.AskExportBody; answer: C.ExportShown }>()('POST', '/exports');
export const listExports = route<{ query: C.ExportsQuery; answer: C.ExportsPage }>()('GET', '/exports');
export const decideExport = route<{ params: C.OfExport; body: C.DecideExportBody; answer: C.ExportShown }>()(
  'POST',
  '/exports/:exportId/decide',
);
export const downloadExport = route<{ params: C.OfExport; body: C.DownloadExportBody; answer: C.ExportFile }>()(
  'POST',
  '/exports/:exportId/download',
);
