import { crc32 } from 'node:zlib';
import { BrokenFile } from './broken-file.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Chunks that make the picture (PNG, third edition, section 11). Text, EXIF, times, animation and whatever a program added stay behind. */
const KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs']);

export const isPng = (bytes: Buffer): boolean => bytes.subarray(0, 8).equals(SIGNATURE);

/** The picture without text, EXIF, times and whatever stands after its end. @throws BrokenFile when a chunk is cut off or its sum is wrong */
export function stripPng(bytes: Buffer): Buffer {
  const kept: Buffer[] = [SIGNATURE];
  let at = SIGNATURE.length;
  let data = false;
  for (let first = true; ; first = false) {
    if (at + 12 > bytes.length) throw new BrokenFile();
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) throw new BrokenFile();
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (first !== (type === 'IHDR') || crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) throw new BrokenFile();
    data ||= type === 'IDAT';
    if (KEPT.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') {
      if (!data) throw new BrokenFile();
      return Buffer.concat(kept);
    }
    at = end;
  }
}
