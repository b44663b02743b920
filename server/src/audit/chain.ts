import { createHash } from 'node:crypto';
import type { DeedRow } from './audit.store.ts';

/**
 * The hash that stands behind one deed: over the previous hash, the place in the chain and every column. Whoever alters, removes or
 * reorders a sealed deed changes every hash after it.
 */
export function linkHash(previous: Buffer, countyId: number, seq: number, deed: DeedRow): Buffer {
  const content = [
    countyId,
    seq,
    deed.id,
    deed.at,
    deed.person_id,
    deed.session_id,
    deed.act,
    deed.object_kind,
    deed.object_id,
    deed.patient_id,
    deed.facts,
  ];
  return createHash('sha256').update(previous).update(JSON.stringify(content)).digest();
}
