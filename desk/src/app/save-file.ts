import { markPicture } from './mark-picture.ts';
import { session } from './session.ts';
import { Refused } from './api.ts';
import type { RefusalBody } from '@guanhu/shared/kernel/route';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Hands bytes to the browser to be saved under this name. */
function saveBytes(bytes: Blob, fileName: string): void {
  const url = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Saves a workbook that an answer holds in base64. */
export const saveWorkbook = (base64: string, fileName: string): void => saveBase64(base64, fileName, XLSX);

const TYPES: Readonly<Record<string, string>> = { xlsx: XLSX, pdf: 'application/pdf', txt: 'text/plain;charset=utf-8' };

/** The same for a file that says by its name what it is. */
export const saveNamed = (base64: string, fileName: string): void =>
  saveBase64(base64, fileName, TYPES[fileName.split('.').at(-1) ?? ''] ?? 'application/octet-stream');

const saveBase64 = (base64: string, fileName: string, type: string): void => saveBytes(blobOf(base64, type), fileName);

/** What an answer holds in base64, as a file of the browser. */
export const blobOf = (base64: string, type: string): Blob =>
  new Blob([Uint8Array.from(atob(base64), character => character.charCodeAt(0))], { type });

/** Reads a file that an endpoint answers with. `path` stands below /api. @throws Refused */
export async function bytesFrom(path: string): Promise<Blob> {
  const response = await fetch(`/api${path}`, { headers: { authorization: `Bearer ${session.token() ?? ''}` } });
  if (!response.ok) throw new Refused((await response.json()) as RefusalBody);
  return response.blob();
}

/** The same for a file of somebody's: a picture with these words in it; over a PDF the server has written them. @throws Refused */
export async function saveMarked(path: string, fileName: string, words: string): Promise<void> {
  const bytes = await bytesFrom(path);
  saveBytes(bytes.type.startsWith('image/') ? await markPicture(bytes, words) : bytes, fileName);
}

/** Reads a file that an endpoint answers with and saves it. `path` stands below /api. @throws Refused */
export const saveFrom = async (path: string, fileName: string): Promise<void> => saveBytes(await bytesFrom(path), fileName);
