import { grant, refuse, type Decision } from '@guanhu/shared/kernel/decision';
import { BrokenFile } from './broken-file.ts';
import { isMp3, stripMp3 } from './strip-mp3.ts';
import { isWav, stripWav } from './strip-wav.ts';
import { isJpeg, stripJpeg } from './strip-jpeg.ts';
import { isPdf, stripPdf } from './strip-pdf.ts';
import { isPng, stripPng } from './strip-png.ts';

/** A file as it may be kept. */
export type TakenIn = { readonly type: (typeof KINDS)[number]['type']; readonly bytes: Buffer };

const KINDS = [
  { type: 'image/jpeg', is: isJpeg, strip: stripJpeg },
  { type: 'image/png', is: isPng, strip: stripPng },
  { type: 'application/pdf', is: isPdf, strip: stripPdf },
  { type: 'audio/wav', is: isWav, strip: stripWav },
  { type: 'audio/mpeg', is: isMp3, strip: stripMp3 },
] as const;

/** Reads from the content what the file is, and takes out what tells where, when and with what it was made. Its name is never asked. */
export function takeIn(bytes: Buffer): Decision<TakenIn> {
  const kind = KINDS.find(one => one.is(bytes));
  if (!kind) return refuse('FILE_TYPE_NOT_KEPT');
  try {
    return grant({ type: kind.type, bytes: kind.strip(bytes) });
  } catch (error) {
    if (error instanceof BrokenFile) return refuse(error.code);
    throw error;
  }
}
