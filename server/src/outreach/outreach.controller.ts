import * as contracts from '@guanhu/shared/outreach/activity.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { sendFile } from '../platform/http/send-file.ts';
import { Writes } from '../platform/http/writes.ts';
import { Activities } from './activities.ts';
import { ActivityPhotos } from './activity-photos.ts';

@Controller()
export class OutreachController {
  readonly #writes: Writes;
  readonly #activities: Activities;
  readonly #photos: ActivityPhotos;

  constructor(writes: Writes, activities: Activities, photos: ActivityPhotos) {
    this.#writes = writes;
    this.#activities = activities;
    this.#photos = photos;
  }

  @Endpoint(contracts.listActivitiesContract)
  list(@Call() call: CallOf<typeof contracts.listActivitiesContract>) {
    return this.#activities.list(call.actor, call.query);
  }

  @Endpoint(contracts.logActivityContract)
  log(@Call() call: CallOf<typeof contracts.logActivityContract>) {
    return this.#writes.once(call, tx => this.#activities.log(tx, call.actor, call.body));
  }

  @Endpoint(contracts.readActivityContract)
  read(@Call() call: CallOf<typeof contracts.readActivityContract>) {
    return this.#activities.one(call.actor, call.params.activityId);
  }

  @Endpoint(contracts.addActivityPhotoContract)
  add(@Call() call: CallOf<typeof contracts.addActivityPhotoContract>) {
    return this.#writes.once(call, tx => this.#photos.add(tx, call.actor, call.params.activityId, call.body));
  }

  @Endpoint(contracts.readActivityPhotoContract)
  async photo(@Call() call: CallOf<typeof contracts.readActivityPhotoContract>) {
    return sendFile(call.reply, await this.#photos.bytes(call.actor, call.params.activityId, call.params.photoId));
  }

  @Endpoint(contracts.removeActivityPhotoContract)
  remove(@Call() call: CallOf<typeof contracts.removeActivityPhotoContract>) {
    const { activityId, photoId } = call.params;
    return this.#writes.once(call, tx => this.#photos.remove(tx, call.actor, activityId, photoId, call.body.reason));
  }
}
