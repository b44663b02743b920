import type { Id } from '@guanhu/shared/kernel/ids';
import type { Attachment } from '@guanhu/shared/registry/attachments.contract';
import type { Contact } from '../access/access.public.ts';
import type { AttachmentRow } from '../registry/registry.public.ts';

/** An attachment as the desk shows it. */
export const attachmentShown = (row: AttachmentRow, people: ReadonlyMap<Id, Contact>): Attachment => ({
  attachmentId: row.id,
  patientId: row.patientId,
  kind: row.kind,
  what: row.what,
  type: row.type,
  size: row.size,
  sha256: row.sha256.toString('hex'),
  by: people.get(row.madeBy)?.name ?? '',
  at: row.madeAt.toISOString(),
  removed: row.removed && {
    by: people.get(row.removed.by ?? '')?.name ?? '',
    at: row.removed.at.toISOString(),
    reason: row.removed.reason,
  },
  isEvidence: row.isEvidence,
  version: row.version,
});
