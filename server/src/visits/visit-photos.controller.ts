import { attachVisitPhotoContract } from '@guanhu/shared/visits/visit-photos.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { AttachVisitPhoto } from './attach-visit-photo.ts';

@Controller()
export class VisitPhotosController {
  readonly #writes: Writes;
  readonly #attach: AttachVisitPhoto;

  constructor(writes: Writes, attach: AttachVisitPhoto) {
    this.#writes = writes;
    this.#attach = attach;
  }

  @Endpoint(attachVisitPhotoContract)
  attach(@Call() call: CallOf<typeof attachVisitPhotoContract>) {
    return this.#writes.once(call, tx => this.#attach.run(tx, call.actor, call.params.visitId, call.body));
  }
}
