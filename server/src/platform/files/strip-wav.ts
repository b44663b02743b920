import { BrokenFile } from './broken-file.ts';

const PCM = 1;

export const isWav = (bytes: Buffer): boolean => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WAVE';

/**
 * The sound alone: the chunks `fmt ` and `data` of a RIFF/WAVE file, uncompressed. Names, times and whatever a program added stay behind.
 * @throws BrokenFile when a chunk is cut off, one of the two is missing, or the sound is none of plain samples
 */
export function stripWav(bytes: Buffer): Buffer {
  const kept = new Map<string, Buffer>();
  for (let at = 12; at < bytes.length;) {
    if (at + 8 > bytes.length) throw new BrokenFile();
    const [id, length] = [bytes.toString('latin1', at, at + 4), bytes.readUInt32LE(at + 4)];
    const end = at + 8 + length;
    if (end > bytes.length) throw new BrokenFile();
    if ((id === 'fmt ' || id === 'data') && !kept.has(id)) kept.set(id, bytes.subarray(at + 8, end));
    // A chunk of an odd length is followed by one byte that is not its own.
    at = end + (length % 2);
  }
  const [format, data] = [kept.get('fmt '), kept.get('data')];
  if (!format || !data || format.length < 16 || format.readUInt16LE(0) !== PCM || data.length === 0) throw new BrokenFile();
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  format.copy(head, 20, 0, 16);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}
