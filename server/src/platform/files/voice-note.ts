import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { FileToSave } from '../http/send-file.ts';
import { takeIn } from './take-in.ts';

/** A voice note as it may be kept. @throws Refusal FILE_TYPE_NOT_KEPT when it is no sound, FILE_BROKEN, FILE_ACTIVE */
export function takeInVoice(base64: string): Buffer {
  const { type, bytes } = unwrap(takeIn(Buffer.from(base64, 'base64')));
  if (!type.startsWith('audio/')) throw new Refusal('FILE_TYPE_NOT_KEPT');
  return bytes;
}

/** What somebody says: typed, spoken, both, or nothing. */
export type Said = { readonly words: string | null; readonly voice: Buffer | null };

/** @throws Refusal FILE_TYPE_NOT_KEPT, FILE_BROKEN, FILE_ACTIVE */
export const saidIn = ({ words, voice }: { words?: string | undefined; voice?: string | undefined }): Said => ({
  words: words ?? null,
  voice: voice === undefined ? null : takeInVoice(voice),
});

/** A kept voice note, to be played: what it is stands in its content. */
export function voiceToPlay(bytes: Buffer, id: string): FileToSave {
  const { type } = unwrap(takeIn(bytes));
  return { bytes, type, fileName: `${id}.${type === 'audio/wav' ? 'wav' : 'mp3'}` };
}
