import {
  decideHandoverContract,
  handOverContract,
  listHandoversContract,
  listMyHandoversContract,
  proposeLeaveContract,
  withdrawLeaveContract,
} from '@guanhu/shared/care-team/handover.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { HandOver } from './hand-over.ts';
import { LookAtHandovers } from './look-at-handovers.ts';

@Controller()
export class HandoversController {
  readonly #writes: Writes;
  readonly #look: LookAtHandovers;
  readonly #handOver: HandOver;

  constructor(writes: Writes, look: LookAtHandovers, handOver: HandOver) {
    this.#writes = writes;
    this.#look = look;
    this.#handOver = handOver;
  }

  @Endpoint(listHandoversContract)
  list(@Call() call: CallOf<typeof listHandoversContract>) {
    return this.#look.list(call.actor, call.query);
  }

  @Endpoint(handOverContract)
  arrange(@Call() call: CallOf<typeof handOverContract>) {
    return this.#writes.once(call, tx => this.#handOver.arrange(tx, call.actor, call.body));
  }

  @Endpoint(decideHandoverContract)
  decide(@Call() call: CallOf<typeof decideHandoverContract>) {
    return this.#writes.once(call, tx => this.#handOver.decide(tx, call.actor, call.params.handoverId, call.body));
  }

  @Endpoint(listMyHandoversContract)
  own(@Call() call: CallOf<typeof listMyHandoversContract>) {
    return this.#look.own(call.actor, call.query);
  }

  @Endpoint(proposeLeaveContract)
  propose(@Call() call: CallOf<typeof proposeLeaveContract>) {
    return this.#writes.once(call, tx => this.#handOver.propose(tx, call.actor, call.body));
  }

  @Endpoint(withdrawLeaveContract)
  withdraw(@Call() call: CallOf<typeof withdrawLeaveContract>) {
    return this.#writes.once(call, async tx => {
      await this.#handOver.withdraw(tx, call.actor, call.params.handoverId);
      return { done: true } as const;
    });
  }
}
