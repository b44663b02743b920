import type { RefusedIntent } from './outbox.ts';

/**
 * The recording in what this person sent to one of these addresses and was not taken, in base64: whoever opens the form again need not say it
 * once more.
 */
export function recordingNotTaken(refused: readonly RefusedIntent[], urls: readonly string[], personId: string): string | undefined {
  const last = refused.filter(({ intent }) => urls.includes(intent.url) && intent.personId === personId).pop()?.intent;
  const voice = (last?.body as { readonly voice?: string | { readonly content: string } } | undefined)?.voice;
  return typeof voice === 'object' ? voice.content : voice;
}
