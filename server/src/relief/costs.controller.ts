import * as contracts from '@guanhu/shared/relief/cost.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { Costs } from './costs.ts';

@Controller()
export class CostsController {
  readonly #writes: Writes;
  readonly #costs: Costs;

  constructor(writes: Writes, costs: Costs) {
    this.#writes = writes;
    this.#costs = costs;
  }

  @Endpoint(contracts.listCostsContract)
  list(@Call() call: CallOf<typeof contracts.listCostsContract>) {
    return this.#costs.list(call.actor, call.query);
  }

  @Endpoint(contracts.proposeCostContract)
  propose(@Call() call: CallOf<typeof contracts.proposeCostContract>) {
    return this.#writes.once(call, tx => this.#costs.propose(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(contracts.reviewCostContract)
  review(@Call() call: CallOf<typeof contracts.reviewCostContract>) {
    return this.#writes.once(call, tx => this.#costs.review(tx, call.actor, call.params.costId, call.body));
  }

  @Endpoint(contracts.payCostContract)
  pay(@Call() call: CallOf<typeof contracts.payCostContract>) {
    return this.#writes.once(call, tx => this.#costs.pay(tx, call.actor, call.params.costId, call.body));
  }

  @Endpoint(contracts.superviseCostContract)
  supervise(@Call() call: CallOf<typeof contracts.superviseCostContract>) {
    return this.#writes.once(call, tx => this.#costs.supervise(tx, call.actor, call.params.costId, call.body));
  }
}
