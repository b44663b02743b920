import { crc32, inflateRawSync } from 'node:zlib';

/** One file of an archive as its central directory declares it. */
type Entry = {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly crc: number;
  readonly at: number;
};
export type ZipFault = 'FILE_DAMAGED' | 'FILE_ENCRYPTED' | 'FILE_TOO_LARGE_INSIDE';
export type ZipReading =
  { readonly ok: true; readonly parts: ReadonlyMap<string, Buffer> } | { readonly ok: false; readonly fault: ZipFault };

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_ENTRIES = 500;
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;

class Refused extends Error {
  readonly fault: ZipFault;
  constructor(fault: ZipFault) {
    super(fault);
    this.fault = fault;
  }
}

/** The central directory; sizes of 4 GB and more (ZIP64) have no place in a list of patients. */
function directoryOf(file: Buffer): Entry[] {
  let end = file.length - 22;
  for (const lowest = Math.max(0, end - LONGEST_COMMENT); end > lowest && file.readUInt32LE(end) !== END; end -= 1);
  if (end < 0 || file.readUInt32LE(end) !== END) throw new Refused('FILE_DAMAGED');
  const count = file.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new Refused('FILE_TOO_LARGE_INSIDE');
  const entries: Entry[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let read = 0; read < count; read += 1) {
    if (file.readUInt32LE(at) !== DIRECTORY) throw new Refused('FILE_DAMAGED');
    if ((file.readUInt16LE(at + 8) & 0x2041) !== 0) throw new Refused('FILE_ENCRYPTED');
    const nameLength = file.readUInt16LE(at + 28);
    entries.push({
      method: file.readUInt16LE(at + 10),
      crc: file.readUInt32LE(at + 16),
      packed: file.readUInt32LE(at + 20),
      size: file.readUInt32LE(at + 24),
      at: file.readUInt32LE(at + 42),
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

/** The bytes of one entry, never more than it declared. */
function inflate(file: Buffer, entry: Entry): Buffer {
  if (file.readUInt32LE(entry.at) !== LOCAL) throw new Refused('FILE_DAMAGED');
  const start = entry.at + 30 + file.readUInt16LE(entry.at + 26) + file.readUInt16LE(entry.at + 28);
  const packed = file.subarray(start, start + entry.packed);
  if (packed.length !== entry.packed) throw new Refused('FILE_DAMAGED');
  if (entry.method !== STORED && entry.method !== DEFLATED) throw new Refused('FILE_DAMAGED');
  // One byte more than declared tells a lying entry from an honest one; zlib stops there.
  const bytes = entry.method === STORED ? packed : inflateRawSync(packed, { maxOutputLength: entry.size + 1 });
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw new Refused('FILE_DAMAGED');
  return bytes;
}

/**
 * Opens an archive without trusting it: the declared sizes of all entries must stay below `most` bytes, only the entries that
 * `wanted` names (in lower case) are inflated, none beyond what it declared, and no two of them share bytes or a name.
 */
export function openZip(file: Buffer, most: number, wanted: (name: string) => boolean): ZipReading {
  try {
    const entries = directoryOf(file);
    if (entries.reduce((total, entry) => total + entry.size, 0) > most) throw new Refused('FILE_TOO_LARGE_INSIDE');
    const inPlace = [...entries].sort((a, b) => a.at - b.at);
    if (inPlace.some((entry, index) => entry.at + 30 + entry.packed > (inPlace[index + 1]?.at ?? file.length)))
      throw new Refused('FILE_DAMAGED');
    const parts = new Map<string, Buffer>();
    for (const entry of entries) {
      const name = entry.name.toLowerCase();
      if (!wanted(name)) continue;
      if (parts.has(name)) throw new Refused('FILE_DAMAGED');
      parts.set(name, inflate(file, entry));
    }
    return { ok: true, parts };
  } catch (error) {
    // Reading past the end or a broken stream: the archive is damaged, whatever the library calls it.
    return { ok: false, fault: error instanceof Refused ? error.fault : 'FILE_DAMAGED' };
  }
}

/** An archive of these parts, stored without compression: what was checked is byte for byte what is parsed. */
export function storedZip(parts: ReadonlyMap<string, Buffer>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, bytes] of parts) {
    const title = Buffer.from(name, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([uint32(LOCAL), common, title, bytes]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([uint32(DIRECTORY), Buffer.from([20, 0]), common, tail, title]));
    bodies.push(local);
    at += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, listing, end]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
