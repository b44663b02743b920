import { readRetentionContract } from '@guanhu/shared/rights/retention.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Retention } from './retention.ts';

/** What is kept how long. */
@Controller()
export class RetentionController {
  readonly #retention: Retention;

  constructor(retention: Retention) {
    this.#retention = retention;
  }

  @Endpoint(readRetentionContract)
  look(@Call() call: CallOf<typeof readRetentionContract>) {
    return this.#retention.look(call.actor);
  }
}
