import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { CountyId } from '@guanhu/shared/kernel/ids';
import type { Database } from '../database/database.ts';
import { FieldCipher, keyIdOf, type Algorithm, type Place } from './field-cipher.ts';

/** The column a value stands in; the county is the vault's own. */
export type Column = Omit<Place, 'county'>;

/** Seals, opens and looks up the values of one county. */
export class CountyVault {
  readonly countyId: CountyId;
  readonly #algorithm: Algorithm;
  readonly #newest: number;
  readonly #ciphers: ReadonlyMap<number, FieldCipher>;
  readonly #digestKey: Buffer;

  constructor(countyId: CountyId, keys: readonly { keyId: number; dataKey: Buffer }[], algorithm: Algorithm) {
    const [first] = keys;
    const last = keys.at(-1);
    if (!first || !last) throw new Error('a county without a data key');
    this.countyId = countyId;
    this.#algorithm = algorithm;
    this.#newest = last.keyId;
    this.#ciphers = new Map(keys.map(({ keyId, dataKey }) => [keyId, new FieldCipher(keyId, dataKey)]));
    // Digests are looked up for years, so they hang on the county's first key and survive the rotation of the others.
    this.#digestKey = Buffer.from(hkdfSync('sha256', first.dataKey, Buffer.alloc(0), 'guanhu:digest', 32));
  }

  seal(column: Column, value: string | Uint8Array): Buffer {
    return this.#cipher(this.#newest).seal(this.#algorithm, { county: this.countyId, ...column }, value);
  }

  /** @throws when the value was altered or belongs to another row. */
  open(column: Column, sealed: Uint8Array): string {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    return this.#cipher(keyIdOf(bytes)).open({ county: this.countyId, ...column }, bytes);
  }

  /** The same for a file. @throws when it was altered or belongs elsewhere. */
  openBytes(column: Column, sealed: Buffer): Buffer {
    return this.#cipher(keyIdOf(sealed)).openBytes({ county: this.countyId, ...column }, sealed);
  }

  /** A keyed hash to find an exact value by, different for every purpose ('phone', 'id-number', 'person-name'). */
  digest(purpose: string, value: string): Buffer {
    return createHmac('sha256', this.#digestKey).update(purpose).update('\u001f').update(value).digest();
  }

  #cipher(keyId: number): FieldCipher {
    const cipher = this.#ciphers.get(keyId);
    if (!cipher) throw new Error('sealed under a key this county does not have');
    return cipher;
  }
}

const FIRST_KEY = 1;

type KeyRow = { key_id: number; algorithm: Algorithm; wrapped: Buffer };

/** The vaults of all counties: data keys are kept in the database, wrapped by the master key, unwrapped once per process. */
export class Vaults {
  readonly #database: Database;
  readonly #master: Buffer;
  readonly #open = new Map<CountyId, Promise<CountyVault>>();

  constructor(database: Database, master: Buffer) {
    this.#database = database;
    this.#master = master;
  }

  /** The county's vault; its first data key is made when it has none. */
  of(countyId: CountyId): Promise<CountyVault> {
    let vault = this.#open.get(countyId);
    if (!vault) {
      vault = this.#load(countyId);
      this.#open.set(countyId, vault);
      vault.catch(() => this.#open.delete(countyId));
    }
    return vault;
  }

  /** Adds a data key that seals from now on; what older keys sealed stays readable. Other processes learn of it at their next start. */
  async rotate(countyId: CountyId, algorithm: Algorithm): Promise<void> {
    const [last] = await this.#database
      .county(countyId)
      .sql<{ next: number }>('SELECT coalesce(max(key_id), 0) + 1 AS next FROM county_key WHERE county_id = $1', [countyId]);
    await this.#addKey(countyId, last?.next ?? FIRST_KEY, algorithm);
    this.#open.delete(countyId);
  }

  /** A digest that spans counties, for the directory (openid): keyed by the master key. */
  directoryDigest(purpose: string, value: string): Buffer {
    const key = Buffer.from(hkdfSync('sha256', this.#master, Buffer.alloc(0), 'guanhu:directory-digest', 32));
    return createHmac('sha256', key).update(purpose).update('\u001f').update(value).digest();
  }

  /** Seals a secret of a directory row (a merchant's private key) under the master key itself. */
  sealDirectory(place: Column, text: string): Buffer {
    return new FieldCipher(0, this.#master).seal('aes-256-gcm', { county: 0, ...place }, text);
  }

  openDirectory(place: Column, sealed: Uint8Array): string {
    return new FieldCipher(0, this.#master).open({ county: 0, ...place }, Buffer.from(sealed));
  }

  async #load(countyId: CountyId): Promise<CountyVault> {
    const read = () =>
      this.#database
        .county(countyId)
        .sql<KeyRow>('SELECT key_id, algorithm, wrapped FROM county_key WHERE county_id = $1 ORDER BY key_id', [countyId]);
    let rows = await read();
    if (rows.length === 0) {
      await this.#addKey(countyId, FIRST_KEY, 'aes-256-gcm');
      rows = await read();
    }
    const keys = rows.map(row => ({ keyId: row.key_id, dataKey: this.#unwrap(countyId, row) }));
    return new CountyVault(countyId, keys, rows.at(-1)?.algorithm ?? 'aes-256-gcm');
  }

  /** Two processes may try the same number at once: the first one's key stays. */
  async #addKey(countyId: CountyId, keyId: number, algorithm: Algorithm): Promise<void> {
    await this.#database
      .county(countyId)
      .sql(
        'INSERT INTO county_key (county_id, key_id, algorithm, wrapped) VALUES ($1, $2, $3, $4) ON CONFLICT (county_id, key_id) DO NOTHING',
        [countyId, keyId, algorithm, this.#wrap(countyId, keyId, randomBytes(32))],
      );
  }

  #wrap(countyId: CountyId, keyId: number, dataKey: Buffer): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#master, nonce).setAAD(
      Buffer.from(`county_key:${String(countyId)}:${String(keyId)}`),
    );
    return Buffer.concat([nonce, cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]);
  }

  #unwrap(countyId: CountyId, { key_id: keyId, wrapped }: KeyRow): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.#master, wrapped.subarray(0, 12), { authTagLength: 16 })
      .setAAD(Buffer.from(`county_key:${String(countyId)}:${String(keyId)}`))
      .setAuthTag(wrapped.subarray(-16));
    return Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()]);
  }
}
