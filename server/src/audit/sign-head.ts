import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CountyId } from '@guanhu/shared/kernel/ids';
import type { Database } from '../platform/database/database.ts';

/** One line of a county's head file: a chain alone cannot show that its end was cut off, a head written elsewhere can. */
export type SignedHead = {
  readonly countyId: CountyId;
  readonly at: string;
  readonly seq: number;
  readonly hash: string;
  readonly signature: string;
};

const told = ({ countyId, at, seq, hash }: Omit<SignedHead, 'signature'>): Buffer => Buffer.from(JSON.stringify([countyId, at, seq, hash]));

/** Signs the chains' heads with a key of its own (Ed25519) and appends them to files outside the database. */
export class HeadSigner {
  readonly #folder: string;
  readonly #key: KeyObject;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, 'signing-key.pem');
    if (!existsSync(file)) {
      const { privateKey } = generateKeyPairSync('ed25519');
      writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
    }
    this.#key = createPrivateKey(readFileSync(file));
  }

  /** Appends the county's present head. */
  async write(database: Database, countyId: CountyId, now: Date): Promise<void> {
    const [head] = await database
      .county(countyId)
      .sql<{ seq: number; hash: Buffer }>('SELECT seq, hash FROM chain_head WHERE county_id = $1', [countyId]);
    if (!head || head.seq === 0) return;
    const line = { countyId, at: now.toISOString(), seq: head.seq, hash: head.hash.toString('hex') };
    const signature = sign(null, told(line), this.#key).toString('base64');
    appendFileSync(this.#file(countyId), `${JSON.stringify({ ...line, signature })}\n`, { mode: 0o600 });
  }

  /** The heads written so far whose signature holds. @throws when one does not. */
  heads(countyId: CountyId): SignedHead[] {
    const file = this.#file(countyId);
    if (!existsSync(file)) return [];
    const publicKey = createPublicKey(this.#key);
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter(line => line !== '')
      .map(line => {
        const head = JSON.parse(line) as SignedHead;
        if (!verify(null, told(head), publicKey, Buffer.from(head.signature, 'base64'))) throw new Error('a signed head was altered');
        return head;
      });
  }

  #file(countyId: CountyId): string {
    return join(this.#folder, `county-${String(countyId)}.jsonl`);
  }
}
