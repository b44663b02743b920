import {
  listOpeningsContract,
  markOpeningSeenContract,
  openInEmergencyContract,
  reviewOpeningContract,
} from '@guanhu/shared/care-team/break-glass.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { OpenInEmergency } from './open-in-emergency.ts';
import { ReviewOpenings } from './review-openings.ts';

/** Files opened in an emergency. */
@Controller()
export class BreakGlassController {
  readonly #writes: Writes;
  readonly #open: OpenInEmergency;
  readonly #review: ReviewOpenings;

  constructor(writes: Writes, open: OpenInEmergency, review: ReviewOpenings) {
    this.#writes = writes;
    this.#open = open;
    this.#review = review;
  }

  @Endpoint(openInEmergencyContract)
  open(@Call() call: CallOf<typeof openInEmergencyContract>) {
    return this.#writes.once(call, tx => this.#open.run(tx, call.actor, call.body));
  }

  @Endpoint(listOpeningsContract)
  list(@Call() call: CallOf<typeof listOpeningsContract>) {
    return this.#review.list(call.actor, call.query);
  }

  @Endpoint(markOpeningSeenContract)
  see(@Call() call: CallOf<typeof markOpeningSeenContract>) {
    return this.#writes.once(call, tx => this.#review.see(tx, call.actor, call.params.openingId));
  }

  @Endpoint(reviewOpeningContract)
  review(@Call() call: CallOf<typeof reviewOpeningContract>) {
    return this.#writes.once(call, tx => this.#review.review(tx, call.actor, call.params.openingId, call.body));
  }
}
