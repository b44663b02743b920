import * as contracts from '@guanhu/shared/visits/visit-watch.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { VisitWatches } from './visit-watches.ts';

@Controller()
export class VisitWatchController {
  readonly #writes: Writes;
  readonly #watches: VisitWatches;

  constructor(writes: Writes, watches: VisitWatches) {
    this.#writes = writes;
    this.#watches = watches;
  }

  @Endpoint(contracts.readVisitSafetyContract)
  safety(@Call() call: CallOf<typeof contracts.readVisitSafetyContract>) {
    return this.#watches.safety(call.actor, call.params.patientId);
  }

  @Endpoint(contracts.readVisitWatchContract)
  read(@Call() call: CallOf<typeof contracts.readVisitWatchContract>) {
    return this.#watches.read(call.actor, call.params.visitId);
  }

  @Endpoint(contracts.answerVisitWatchContract)
  answer(@Call() call: CallOf<typeof contracts.answerVisitWatchContract>) {
    return this.#writes.once(call, tx => this.#watches.answer(tx, call.actor, call.params.visitId, call.body));
  }
}
