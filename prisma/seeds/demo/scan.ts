import { crc32, deflateSync } from 'node:zlib';
import { chance } from './chance.ts';

const WIDTH = 620;
const HEIGHT = 877;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const GREY_OF_EIGHT_BITS = [8, 0, 0, 0, 0];

/** A scanned page, as PNG: lines of grey where a form would have words, nothing that could be read. */
export function scannedPage(about: string): Buffer {
  const rows = Array.from({ length: HEIGHT }, (_, y) => {
    const row = Buffer.alloc(WIDTH + 1, 250);
    row[0] = 0; // no filter
    const line = Math.floor((y - 90) / 34);
    const isInk = y >= 90 && y < HEIGHT - 90 && (y - 90) % 34 < 9;
    if (isInk) row.fill(120, 1 + 70, 1 + 70 + Math.floor((line % 7 === 0 ? 0.4 : 0.7 + chance('scan', about, line) * 0.3) * (WIDTH - 140)));
    return row;
  });
  const head = Buffer.alloc(8);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([head, Buffer.from(GREY_OF_EIGHT_BITS)])),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
