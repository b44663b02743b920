import type { Intent } from './outbox.ts';

/** Whether something that was done about what stands at this address, or below it, still waits on the phone. */
export const waitsFor = (url: string, waiting: readonly Pick<Intent, 'url'>[]): boolean =>
  waiting.some(intent => intent.url === url || intent.url.startsWith(`${url}/`));
