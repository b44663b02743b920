import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { ActivityPhoto, ActivityPhotoBody } from '@guanhu/shared/outreach/activity.contract';
import { decideActivityPhoto } from '@guanhu/shared/outreach/activity.rules';
import { Injectable } from '@nestjs/common';
import { Database, type Reader, type Tx } from '../platform/database/database.ts';
import type { FileToSave } from '../platform/http/send-file.ts';
import { Attachments } from '../registry/registry.public.ts';
import { Activities } from './activities.ts';
import { insertPhoto, lockPhotos, readPhotos, type PhotoRow } from './activity.store.ts';

/** Photographs of activities: attachments of nobody's file, in which nobody of care is to be known. */
@Injectable()
export class ActivityPhotos {
  readonly #database: Database;
  readonly #activities: Activities;
  readonly #attachments: Attachments;

  constructor(database: Database, activities: Activities, attachments: Attachments) {
    this.#database = database;
    this.#activities = activities;
    this.#attachments = attachments;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, ACTIVITY_PHOTOS_FULL, ACTIVITY_PHOTO_NOT_PICTURE and those of every file */
  async add(tx: Tx, actor: Actor, activityId: Id, { photoId, content }: ActivityPhotoBody): Promise<ActivityPhoto> {
    const activity = await this.#activities.require(tx, actor, 'outreach:write', activityId);
    await lockPhotos(tx, activityId);
    const photos = (await readPhotos(tx, activityId)).filter(photo => !photo.removed).length;
    const what = { kind: 'other', what: '活动照片' } as const;
    // The type is read from the content; a file that was written for a refused one is swept away.
    const { type, madeAt } = await this.#attachments.keep(tx, actor, { attachmentId: photoId, patientId: null, ...what, content });
    unwrap(decideActivityPhoto({ photos, type }));
    await insertPhoto(tx, activity, photoId);
    return { photoId, at: madeAt.toISOString(), removed: false };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, FILE_REMOVED */
  async bytes(actor: Actor, activityId: Id, photoId: Id): Promise<FileToSave> {
    const county = this.#database.county(actor.countyId);
    await this.#activities.require(county, actor, 'outreach:read', activityId);
    await this.#of(county, activityId, photoId);
    const file = await this.#attachments.kept(county, photoId);
    if (!file) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return this.#attachments.read(county, actor, file);
  }

  /** Somebody can be known on it, or it does not belong here. @throws Refusal NOT_FOUND_OR_NO_ACCESS, FILE_REMOVED */
  async remove(tx: Tx, actor: Actor, activityId: Id, photoId: Id, reason: string): Promise<ActivityPhoto> {
    await this.#activities.require(tx, actor, 'outreach:write', activityId);
    await lockPhotos(tx, activityId);
    const { at, removed } = await this.#of(tx, activityId, photoId);
    if (removed) throw new Refusal('FILE_REMOVED');
    await this.#attachments.forget(tx, actor, [photoId], reason);
    return { photoId, at: at.toISOString(), removed: true };
  }

  async #of(reader: Reader, activityId: Id, photoId: Id): Promise<PhotoRow> {
    const photo = (await readPhotos(reader, activityId)).find(one => one.photoId === photoId);
    if (!photo) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return photo;
  }
}
