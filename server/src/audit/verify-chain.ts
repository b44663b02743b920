import type { CountyId } from '@guanhu/shared/kernel/ids';
import type { Sql } from '../platform/database/database.ts';
import { sealedAfter } from './audit.store.ts';
import { linkHash } from './chain.ts';
import type { SignedHead } from './sign-head.ts';

export type Finding = 'altered' | 'gap' | 'truncated' | 'head-mismatch';
export type Verdict = {
  readonly countyId: CountyId;
  readonly deeds: number;
  readonly finding: Finding | null;
  readonly atSeq: number | null;
};

const PAGE = 5000;

/** Walks a county's whole chain and compares it with its head and with every head signed outside the database. */
export async function verifyChain(sql: Sql, countyId: CountyId, signed: readonly SignedHead[]): Promise<Verdict> {
  const expected = new Map(signed.map(head => [head.seq, head.hash]));
  const bad = (finding: Finding, atSeq: number): Verdict => ({ countyId, deeds: seq, finding, atSeq });
  let seq = 0;
  let hash: Buffer = Buffer.alloc(0);
  for (;;) {
    const page = await sealedAfter(sql, countyId, seq, PAGE);
    for (const deed of page) {
      if (deed.seal_seq !== seq + 1) return bad('gap', seq + 1);
      seq = deed.seal_seq;
      hash = linkHash(hash, countyId, seq, deed);
      if (!hash.equals(deed.chain_hash)) return bad('altered', seq);
      if ((expected.get(seq) ?? hash.toString('hex')) !== hash.toString('hex')) return bad('head-mismatch', seq);
    }
    if (page.length < PAGE) break;
  }
  const lastSigned = Math.max(0, ...expected.keys());
  if (seq < lastSigned) return bad('truncated', seq + 1);
  const [head] = await sql<{ seq: number; hash: Buffer }>('SELECT seq, hash FROM chain_head WHERE county_id = $1', [countyId]);
  if (head && (head.seq !== seq || !head.hash.equals(hash))) return bad(head.seq > seq ? 'truncated' : 'head-mismatch', seq);
  return { countyId, deeds: seq, finding: null, atSeq: null };
}
