import * as contracts from '@guanhu/shared/rights/handed-in.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { HandIn } from './hand-in.ts';
import { HandedIn } from './handed-in.ts';

/** Writes that waited on a phone when its session ended. */
@Controller()
export class HandedInController {
  readonly #writes: Writes;
  readonly #handIn: HandIn;
  readonly #handedIn: HandedIn;

  constructor(writes: Writes, handIn: HandIn, handedIn: HandedIn) {
    this.#writes = writes;
    this.#handIn = handIn;
    this.#handedIn = handedIn;
  }

  @Endpoint(contracts.handInContract)
  handIn(@Call() { request, body }: CallOf<typeof contracts.handInContract>) {
    return this.#handIn.run(request.ip, body);
  }

  @Endpoint(contracts.listHandedInContract)
  list(@Call() call: CallOf<typeof contracts.listHandedInContract>) {
    return this.#handedIn.list(call.actor, call.query);
  }

  @Endpoint(contracts.readHandedInContract)
  read(@Call() call: CallOf<typeof contracts.readHandedInContract>) {
    return this.#handedIn.read(call.actor, call.params.handedInId);
  }

  @Endpoint(contracts.decideHandedInContract)
  decide(@Call() call: CallOf<typeof contracts.decideHandedInContract>) {
    return this.#writes.once(call, tx => this.#handedIn.decide(tx, call.actor, call.params.handedInId, call.body));
  }
}
