import { session } from './session.ts';
import { Refused } from './api.ts';
import type { RefusalBody } from '@guanhu/shared/kernel/route';

/** Hands bytes to the browser to be saved under this name. */
export function saveBytes(bytes: Blob, fileName: string): void {
  const url = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Reads a file that an endpoint answers with and saves it. `path` stands below /api. @throws Refused */
export async function saveFrom(path: string, fileName: string): Promise<void> {
  const response = await fetch(`/api${path}`, { headers: { authorization: `Bearer ${session.token() ?? ''}` } });
  if (!response.ok) throw new Refused((await response.json()) as RefusalBody);
  saveBytes(await response.blob(), fileName);
}
