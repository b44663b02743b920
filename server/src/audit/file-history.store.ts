import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader } from '../platform/database/database.ts';
import type { PageKey } from '../platform/http/page-key.ts';

export type PastDeed = {
  readonly id: Id;
  readonly at: Date;
  readonly personId: Id | null;
  readonly act: string;
  readonly objectKind: string;
  readonly objectId: Id;
  readonly patientId: Id;
  /** Sealed old and new values, hexadecimal. */
  readonly changes: readonly { readonly id: Id; readonly sealed: string }[];
};

/**
 * Deeds about these patients, newest first. What was changed is kept beside the deed that changed it: the same object at the same instant,
 * which is the transaction's.
 */
export const readDeedsOf = (reader: Reader, patientIds: readonly Id[], after: PageKey | null, limit: number): Promise<PastDeed[]> =>
  reader.sql(
    `SELECT deed.id, deed.at, deed.person_id AS "personId", deed.act, deed.object_kind AS "objectKind", deed.object_id AS "objectId",
       deed.patient_id AS "patientId", coalesce(kept.changes, '[]') AS changes
     FROM deed LEFT JOIN LATERAL (
       SELECT jsonb_agg(jsonb_build_object('id', id, 'sealed', encode(change_sealed, 'hex')) ORDER BY id) AS changes
       FROM change_history WHERE change_history.county_id = $1 AND change_history.object_kind = deed.object_kind
         AND change_history.object_id = deed.object_id AND change_history.at = deed.at
     ) AS kept ON true
     WHERE deed.county_id = $1 AND deed.patient_id = ANY($2::uuid[]) AND ($3::timestamptz IS NULL OR (deed.at, deed.id) < ($3, $4::uuid))
     ORDER BY deed.at DESC, deed.id DESC LIMIT $5`,
    [reader.countyId, patientIds, after?.at ?? null, after?.id ?? null, limit],
  );
