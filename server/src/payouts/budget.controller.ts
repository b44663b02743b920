import * as contracts from '@guanhu/shared/payouts/budget.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { Expenditures } from './expenditures.ts';

@Controller()
export class BudgetController {
  readonly #writes: Writes;
  readonly #expenditures: Expenditures;

  constructor(writes: Writes, expenditures: Expenditures) {
    this.#writes = writes;
    this.#expenditures = expenditures;
  }

  @Endpoint(contracts.listExpendituresContract)
  list(@Call() call: CallOf<typeof contracts.listExpendituresContract>) {
    return this.#expenditures.list(call.actor, call.query);
  }

  @Endpoint(contracts.recordExpenditureContract)
  record(@Call() call: CallOf<typeof contracts.recordExpenditureContract>) {
    return this.#writes.once(call, tx => this.#expenditures.record(tx, call.actor, call.params.lineId, call.body));
  }

  @Endpoint(contracts.takeBackExpenditureContract)
  takeBack(@Call() call: CallOf<typeof contracts.takeBackExpenditureContract>) {
    return this.#writes.once(call, tx => this.#expenditures.takeBack(tx, call.actor, call.params.expenditureId, call.body));
  }

  @Endpoint(contracts.checkExpenditureContract)
  check(@Call() call: CallOf<typeof contracts.checkExpenditureContract>) {
    return this.#writes.once(call, tx => this.#expenditures.check(tx, call.actor, call.params.expenditureId, call.body));
  }
}
