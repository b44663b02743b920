import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual, type Decipher } from 'node:crypto';

/** Where a sealed value stands: it opens nowhere else. */
export type Place = { readonly county: number; readonly table: string; readonly row: string; readonly column: string };

/** AES-256-GCM by default; SM4-CTR with HMAC-SM3 where the national algorithms are asked for. Both open side by side. */
export type Algorithm = 'aes-256-gcm' | 'sm4-ctr-hmac-sm3';

const VERSION: Record<Algorithm, number> = { 'aes-256-gcm': 1, 'sm4-ctr-hmac-sm3': 2 };
/** version (1 byte) and key id (2 bytes) stand in front of every sealed value. */
const HEADER = 3;
const GCM_NONCE = 12;
const GCM_TAG = 16;
const SM4_IV = 16;
const SM3_TAG = 32;

const associated = (place: Place, header: Buffer): Buffer =>
  Buffer.concat([header, Buffer.from([place.county, place.table, place.row, place.column].join('\u001f'))]);

/** Seals and opens fields under one 32-byte data key. */
export class FieldCipher {
  readonly #keyId: number;
  readonly #aes: Buffer;
  readonly #sm4: Buffer;
  readonly #sm3: Buffer;

  constructor(keyId: number, dataKey: Buffer) {
    this.#keyId = keyId;
    const derive = (label: string, length: number) => Buffer.from(hkdfSync('sha256', dataKey, Buffer.alloc(0), `guanhu:${label}`, length));
    this.#aes = derive('field:aes', 32);
    this.#sm4 = derive('field:sm4', 16);
    this.#sm3 = derive('field:sm3', 32);
  }

  seal(algorithm: Algorithm, place: Place, value: string | Uint8Array): Buffer {
    const header = Buffer.from([VERSION[algorithm], this.#keyId >> 8, this.#keyId & 0xff]);
    const plain = typeof value === 'string' ? Buffer.from(value, 'utf8') : value;
    if (algorithm === 'aes-256-gcm') {
      const nonce = randomBytes(GCM_NONCE);
      const cipher = createCipheriv('aes-256-gcm', this.#aes, nonce).setAAD(associated(place, header));
      return Buffer.concat([header, nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    }
    const iv = randomBytes(SM4_IV);
    const cipher = createCipheriv('sm4-ctr', this.#sm4, iv);
    const body = Buffer.concat([header, iv, cipher.update(plain), cipher.final()]);
    return Buffer.concat([body, this.#sm3Tag(place, header, body)]);
  }

  /** @throws when the value was altered, moved from its place or sealed under another key. */
  open(place: Place, sealed: Buffer): string {
    const { decipher, body } = this.#decipher(place, sealed);
    return decipher.update(body, undefined, 'utf8') + decipher.final('utf8');
  }

  /** The same for a value that is no text. */
  openBytes(place: Place, sealed: Buffer): Buffer {
    const { decipher, body } = this.#decipher(place, sealed);
    return Buffer.concat([decipher.update(body), decipher.final()]);
  }

  #decipher(place: Place, sealed: Buffer): { readonly decipher: Decipher; readonly body: Buffer } {
    const header = sealed.subarray(0, HEADER);
    if (header[0] === VERSION['aes-256-gcm']) {
      const nonce = sealed.subarray(HEADER, HEADER + GCM_NONCE);
      const tag = sealed.subarray(-GCM_TAG);
      const decipher = createDecipheriv('aes-256-gcm', this.#aes, nonce, { authTagLength: GCM_TAG })
        .setAAD(associated(place, header))
        .setAuthTag(tag);
      return { decipher, body: sealed.subarray(HEADER + GCM_NONCE, -GCM_TAG) };
    }
    if (header[0] !== VERSION['sm4-ctr-hmac-sm3']) throw new Error('unknown version of a sealed value');
    const body = sealed.subarray(0, -SM3_TAG);
    if (!timingSafeEqual(this.#sm3Tag(place, header, body), sealed.subarray(-SM3_TAG)))
      throw new Error('a sealed value was altered or moved');
    const decipher = createDecipheriv('sm4-ctr', this.#sm4, sealed.subarray(HEADER, HEADER + SM4_IV));
    return { decipher, body: body.subarray(HEADER + SM4_IV) };
  }

  #sm3Tag(place: Place, header: Buffer, body: Buffer): Buffer {
    return createHmac('sm3', this.#sm3).update(associated(place, header)).update(body).digest();
  }
}

/** The id of the key that sealed a value. */
export const keyIdOf = (sealed: Buffer): number => sealed.readUInt16BE(1);
