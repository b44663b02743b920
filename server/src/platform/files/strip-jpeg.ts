import { BrokenFile } from './broken-file.ts';

/**
 * Terminology (ITU-T T.81, annex B)
 * - marker: 0xFF and a code; most are followed by a length and a segment of that length;
 * - scan: what follows SOS: compressed data in which 0xFF is written FF00 and restart markers FFD0–FFD7 stand by themselves.
 */
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const DRI = 0xdd;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const EXIF = Buffer.from('Exif\0\0', 'latin1');
const ICC = Buffer.from('ICC_PROFILE\0', 'latin1');
const JFIF = Buffer.from('JFIF\0', 'latin1');
const ADOBE = Buffer.from('Adobe', 'latin1');
/** Frames, tables and numbers of lines: without them there is no picture. 0xC8 is reserved. */
const isPicture = (code: number): boolean => (code >= 0xc0 && code <= 0xcf && code !== 0xc8) || (code >= 0xdb && code <= 0xdf);
const isFrame = (code: number): boolean => isPicture(code) && code <= 0xcf && code !== 0xc4 && code !== 0xcc;
const standsAlone = (code: number): boolean => code === 0x01 || (code >= 0xd0 && code <= 0xd7);

export const isJpeg = (bytes: Buffer): boolean => bytes.length > 3 && bytes[0] === 0xff && bytes[1] === SOI && bytes[2] === 0xff;

/**
 * The picture without anything around it: EXIF (place, time, device), XMP, IPTC, comments, thumbnails, maker's notes and whatever stands
 * after its end are gone. Colour profile and the turn that a phone asked for stay: without them it would look wrong.
 * @throws BrokenFile
 */
export function stripJpeg(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let at = 2;
  let framed = false;
  let scanned = false;
  for (;;) {
    const { code, start } = markerAt(bytes, at);
    if (code === EOI) {
      if (!framed || !scanned) throw new BrokenFile();
      kept.push(bytes.subarray(start, start + 2));
      return Buffer.concat(kept);
    }
    const end = start + 2 + lengthAt(bytes, start + 2);
    const segment = bytes.subarray(start, end);
    const content = segment.subarray(4);
    at = end;
    if (code === SOS) {
      if (!framed) throw new BrokenFile();
      at = endOfScan(bytes, end);
      kept.push(segment, bytes.subarray(end, at));
      scanned = true;
    } else if (isPicture(code) || code === DRI || isHarmless(code, content)) {
      framed ||= isFrame(code);
      kept.push(segment);
    } else if (code === APP1 && starts(content, EXIF)) {
      const turn = orientationOf(content.subarray(EXIF.length));
      if (turn > 1) kept.push(orientationSegment(turn));
    }
  }
}

const starts = (content: Buffer, mark: Buffer): boolean => content.subarray(0, mark.length).equals(mark);
const isHarmless = (code: number, content: Buffer): boolean =>
  (code === APP0 && starts(content, JFIF) && content[12] === 0 && content[13] === 0) ||
  (code === APP2 && starts(content, ICC)) ||
  (code === APP14 && starts(content, ADOBE));

/** The next marker; any number of 0xFF may stand before its code. */
function markerAt(bytes: Buffer, from: number): { code: number; start: number } {
  if (bytes[from] !== 0xff) throw new BrokenFile();
  let at = from + 1;
  while (bytes[at] === 0xff) at += 1;
  const code = bytes[at];
  if (code === undefined || code === 0 || code === SOI || standsAlone(code)) throw new BrokenFile();
  return { code, start: at - 1 };
}

function lengthAt(bytes: Buffer, at: number): number {
  if (at + 2 > bytes.length) throw new BrokenFile();
  const length = bytes.readUInt16BE(at);
  if (length < 2 || at + length > bytes.length) throw new BrokenFile();
  return length;
}

/** Where the marker stands that ends the compressed data. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && !standsAlone(next)) return at;
  }
  throw new BrokenFile();
}

/** How the phone was held, 1 to 8; 1 when it does not say. `tiff` is the TIFF part of the EXIF segment. */
function orientationOf(tiff: Buffer): number {
  const order = tiff.toString('latin1', 0, 2);
  if ((order !== 'II' && order !== 'MM') || tiff.length < 8) return 1;
  const short = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (order === 'II' ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const directory = long(4);
  if (directory + 2 > tiff.length) return 1;
  for (let entry = 0; entry < short(directory); entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return 1;
    if (short(at) === 0x0112) return short(at + 8) >= 1 && short(at + 8) <= 8 ? short(at + 8) : 1;
  }
  return 1;
}

/** An EXIF segment that says how the phone was held and nothing else. */
function orientationSegment(turn: number): Buffer {
  const tiff = Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0]);
  const length = 2 + EXIF.length + tiff.length;
  return Buffer.concat([Buffer.from([0xff, APP1, length >> 8, length & 0xff]), EXIF, tiff]);
}
