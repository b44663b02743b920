import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { AttachVisitPhotoBody, VisitPhoto } from '@guanhu/shared/visits/visit-photos.contract';
import { decidePhoto } from '@guanhu/shared/visits/visit-photos.rules';
import { Injectable } from '@nestjs/common';
import { Teams } from '../care-team/care-team.public.ts';
import type { Tx } from '../platform/database/database.ts';
import { Attachments } from '../registry/registry.public.ts';
import { insertPhoto, lockVisitor, readPhotos, type PhotoRow } from './visit-photo.store.ts';

/** What the list of a file says of it. */
const WHAT = '随访签到时拍摄';

/** The visitor puts a photograph to a visit. It is kept as every attachment of the file is. */
@Injectable()
export class AttachVisitPhoto {
  readonly #teams: Teams;
  readonly #attachments: Attachments;

  constructor(teams: Teams, attachments: Attachments) {
    this.#teams = teams;
    this.#attachments = attachments;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, VISIT_OF_ANOTHER, VISIT_PHOTOS_FULL, VISIT_PHOTO_NOT_PICTURE and those of every file */
  async run(tx: Tx, actor: Actor, visitId: Id, { attachmentId, content }: AttachVisitPhotoBody): Promise<VisitPhoto> {
    const visit = await lockVisitor(tx, visitId);
    if (!visit) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const { patientId } = visit;
    await this.#teams.requireThen(tx, actor, 'visit:write', patientId, visit.on);
    const photos = (await readPhotos(tx, visitId)).length;
    unwrap(decidePhoto({ isVisitor: visit.personId === actor.personId, photos }));
    const { id, type, size, madeAt } = await this.#attachments.keep(tx, actor, {
      attachmentId,
      patientId,
      kind: 'visit',
      what: WHAT,
      content,
    });
    // The type is read from the content; a file that was written for a refused one is swept away.
    if (type === 'application/pdf') throw new Refusal('VISIT_PHOTO_NOT_PICTURE');
    await insertPhoto(tx, visitId, id);
    return photoView({ id, type, size, madeAt, removed: false });
  }
}

export const photoView = ({ id, type, size, madeAt, removed }: PhotoRow): VisitPhoto => ({
  attachmentId: id,
  type,
  size,
  at: madeAt.toISOString(),
  removed,
});
