import { BrokenFile } from './broken-file.ts';

/** Kilobits a second by index, of layer III: of MPEG 1, and of MPEG 2 and 2.5 (ISO/IEC 11172-3 and 13818-3). */
const RATES = {
  first: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  second: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
/** Samples a second by index, of MPEG 1; MPEG 2 has half, MPEG 2.5 a quarter of them. */
const SAMPLES = [44_100, 48_000, 32_000] as const;
const [MPEG25, MPEG2, MPEG1] = [0, 2, 3];
const LAYER_III = 1;

export const isMp3 = (bytes: Buffer): boolean => frameAt(bytes, afterTag(bytes)) > 0;

/**
 * The sound alone: the frames, one after the other. Tags before, between and after them (ID3, APE) stay behind.
 * @throws BrokenFile when a frame is cut off or something else stands between them
 */
export function stripMp3(bytes: Buffer): Buffer {
  const frames: Buffer[] = [];
  let at = afterTag(bytes);
  for (let length = frameAt(bytes, at); length > 0; length = frameAt(bytes, at)) {
    if (at + length > bytes.length) break;
    frames.push(bytes.subarray(at, at + length));
    at += length;
  }
  const rest = bytes.toString('latin1', at, at + 8);
  // A recorder that was stopped may leave half a frame; anything else is not a recording.
  const half = frameAt(bytes, at);
  if (frames.length === 0 || (at < bytes.length && half === 0 && !/^(TAG|APETAGEX|LYRICSBE)/.test(rest))) throw new BrokenFile();
  return Buffer.concat(frames);
}

/** Where the sound begins: behind an ID3v2 tag, whose length is written in seven bits a byte. */
function afterTag(bytes: Buffer): number {
  if (bytes.toString('latin1', 0, 3) !== 'ID3' || bytes.length < 10) return 0;
  const length = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((bytes[at] ?? 0) & 0x7f), 0);
  return 10 + length + ((bytes[5] ?? 0) & 0x10 ? 10 : 0);
}

/** How many bytes the frame here has; 0 when none begins here. */
function frameAt(bytes: Buffer, at: number): number {
  if (at + 4 > bytes.length) return 0;
  const head = bytes.readUInt32BE(at);
  if (head >>> 21 !== 0x7ff) return 0;
  const [version, layer] = [(head >>> 19) & 3, (head >>> 17) & 3];
  if (layer !== LAYER_III || ![MPEG25, MPEG2, MPEG1].includes(version)) return 0;
  const rate = (version === MPEG1 ? RATES.first : RATES.second)[(head >>> 12) & 15] ?? 0;
  const samples = (SAMPLES[(head >>> 10) & 3] ?? 0) / (version === MPEG1 ? 1 : version === MPEG2 ? 2 : 4);
  if (rate === 0 || samples === 0) return 0;
  return Math.floor(((version === MPEG1 ? 144_000 : 72_000) * rate) / samples) + ((head >>> 9) & 1);
}
