import { createHash } from 'node:crypto';
import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import { Injectable } from '@nestjs/common';
import { Vaults, type CountyVault } from '../crypto/vault.ts';
import { Database, type Tx } from '../database/database.ts';

/** The parts of a call that make a write the same write. */
export type WriteCall = {
  readonly actor: Actor;
  readonly key: string;
  readonly sent: { readonly params: unknown; readonly body: unknown };
  readonly contract: { readonly route: { readonly method: string; readonly path: string } };
};

type Kept = { person_id: string; route: string; body_digest: Buffer; answer: Buffer | null };

/** What one write is known by. */
export type WriteMark = { readonly key: string; readonly personId: string; readonly route: string; readonly bodyDigest: Buffer };

const column = (key: string) => ({ table: 'kept_answer', row: key, column: 'answer' });

/** Runs a write exactly once for its idempotency key, in one transaction with the answer it gave. */
@Injectable()
export class Writes {
  readonly #database: Database;
  readonly #vaults: Vaults;

  constructor(database: Database, vaults: Vaults) {
    this.#database = database;
    this.#vaults = vaults;
  }

  /**
   * The answer of `run`, or the one it gave when the same key came before. A refusal keeps nothing: the key may be tried again.
   * @throws Refusal KEY_REUSED when the key came with another body, route or person.
   */
  async once<Answer>(call: WriteCall, run: (tx: Tx) => Promise<Answer>): Promise<Answer> {
    const { countyId } = call.actor;
    const mark = markOf(call);
    const vault = await this.#vaults.of(countyId);
    return this.#database.county(countyId).inTransaction(async tx => {
      // A second request with the key waits here until the first has committed or rolled back.
      const [claimed] = await tx.sql<{ id: string }>(
        `INSERT INTO kept_answer (county_id, id, person_id, route, body_digest, created_at)
         VALUES ($1, $2, $3, $4, $5, now()) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
        [countyId, mark.key, mark.personId, mark.route, mark.bodyDigest],
      );
      if (!claimed) return this.#kept<Answer>(tx, mark, vault);
      const answer = await run(tx);
      await tx.sql('UPDATE kept_answer SET answer = $3 WHERE county_id = $1 AND id = $2', [
        countyId,
        mark.key,
        sealAnswer(vault, mark.key, answer),
      ]);
      return answer;
    });
  }

  /** The kept answer of a write that was done in a statement of its own. */
  async keptFor<Answer>(call: WriteCall): Promise<Answer> {
    const { countyId } = call.actor;
    return this.#kept<Answer>(this.#database.county(countyId), markOf(call), await this.#vaults.of(countyId));
  }

  async #kept<Answer>({ countyId, sql }: Pick<Tx, 'countyId' | 'sql'>, mark: WriteMark, vault: CountyVault): Promise<Answer> {
    const [kept] = await sql<Kept>('SELECT person_id, route, body_digest, answer FROM kept_answer WHERE county_id = $1 AND id = $2', [
      countyId,
      mark.key,
    ]);
    if (!kept?.answer || kept.person_id !== mark.personId || kept.route !== mark.route || !kept.body_digest.equals(mark.bodyDigest))
      throw new Refusal('KEY_REUSED');
    return JSON.parse(vault.open(column(mark.key), kept.answer)) as Answer;
  }
}

/** What the row of a write holds; for use-cases that write it within their own statement. */
export function markOf(call: WriteCall): WriteMark {
  const { method, path } = call.contract.route;
  const bodyDigest = createHash('sha256')
    .update(JSON.stringify([call.sent.params ?? null, call.sent.body ?? null]))
    .digest();
  return { key: call.key, personId: call.actor.personId, route: `${method} ${path}`, bodyDigest };
}

/** An answer as it is kept: it may name people. `undefined` is kept as null. */
export const sealAnswer = (vault: CountyVault, key: string, answer: unknown): Buffer =>
  vault.seal(column(key), JSON.stringify(answer ?? null));
