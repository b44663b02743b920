import { BrokenFile } from './broken-file.ts';

/** What a document may bring along that acts by itself (ISO 32000-1, 12.6.4, 7.11.4). A scan has none of it. */
const ACTIVE = /\/(?:JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA)(?![A-Za-z0-9])/;
/** Compressed content, in which any letters may come together by chance. */
const STREAM = /\bstream\r?\n[\s\S]*?endstream\b/g;
const END = Buffer.from('%%EOF', 'latin1');
const EXIF = Buffer.from('Exif\0\0', 'latin1');
const XMP = { open: Buffer.from('<x:xmpmeta', 'latin1'), close: Buffer.from('</x:xmpmeta>', 'latin1') };

export const isPdf = (bytes: Buffer): boolean => /^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8));

/**
 * The document with the metadata packets (XMP) and the EXIF data of photographs in it written over, each by as many bytes, so that every
 * offset in it still holds. What lies in compressed object streams is not looked at; a scan's photographs never lie there.
 * @throws BrokenFile when it has no end or would act by itself
 */
export function stripPdf(bytes: Buffer): Buffer {
  if (!bytes.subarray(-1024).includes(END) || !bytes.includes('startxref', 0, 'latin1')) throw new BrokenFile();
  if (ACTIVE.test(bytes.toString('latin1').replace(STREAM, ''))) throw new BrokenFile('FILE_ACTIVE');
  const clean = Buffer.from(bytes);
  blankPackets(clean);
  blankExif(clean);
  return clean;
}

function blankPackets(clean: Buffer): void {
  for (let from = clean.indexOf(XMP.open); from !== -1; from = clean.indexOf(XMP.open, from)) {
    const close = clean.indexOf(XMP.close, from);
    if (close === -1) throw new BrokenFile();
    clean.fill(' ', from, close + XMP.close.length);
  }
}

/** An EXIF segment keeps its marker and length, so the photograph around it stays whole. */
function blankExif(clean: Buffer): void {
  for (let at = clean.indexOf(EXIF); at !== -1; at = clean.indexOf(EXIF, at + 1)) {
    const isSegment = at >= 4 && clean[at - 4] === 0xff && clean[at - 3] === 0xe1;
    if (isSegment) clean.fill(0, at, Math.min(clean.length, at - 2 + clean.readUInt16BE(at - 2)));
  }
}
