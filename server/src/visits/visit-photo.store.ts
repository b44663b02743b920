import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { FileType } from '@guanhu/shared/registry/attachments.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader, Tx } from '../platform/database/database.ts';

/** A visit's row, locked: two photographs of one visit take turns. */
type Visitor = { readonly patientId: Id; readonly personId: Id; readonly on: CalendarDate };
export async function lockVisitor(tx: Tx, visitId: Id): Promise<Visitor | undefined> {
  const [row] = await tx.sql<Visitor>(
    'SELECT patient_id AS "patientId", person_id AS "personId", on_day AS "on" FROM visit WHERE county_id = $1 AND id = $2 FOR NO KEY UPDATE',
    [tx.countyId, visitId],
  );
  return row;
}

export const insertPhoto = (tx: Tx, visitId: Id, attachmentId: Id): Promise<unknown> =>
  tx.sql('INSERT INTO visit_photo (county_id, id, visit_id) VALUES ($1, $2, $3)', [tx.countyId, attachmentId, visitId]);

export type PhotoRow = {
  readonly id: Id;
  readonly type: FileType;
  readonly size: number;
  readonly madeAt: Date;
  readonly removed: boolean;
};

/** In the order in which they came. */
export const readPhotos = (reader: Reader, visitId: Id): Promise<PhotoRow[]> =>
  reader.sql(
    `SELECT attachment.id, type, size, made_at AS "madeAt", removed_at IS NOT NULL AS removed
     FROM visit_photo JOIN attachment ON attachment.county_id = $1 AND attachment.id = visit_photo.id
     WHERE visit_photo.county_id = $1 AND visit_photo.visit_id = $2 ORDER BY made_at, attachment.id`,
    [reader.countyId, visitId],
  );
