import * as contracts from '@guanhu/shared/payouts/recoveries.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { Recoveries } from './recoveries.ts';

@Controller()
export class RecoveriesController {
  readonly #writes: Writes;
  readonly #recoveries: Recoveries;

  constructor(writes: Writes, recoveries: Recoveries) {
    this.#writes = writes;
    this.#recoveries = recoveries;
  }

  @Endpoint(contracts.proposeRecoveryContract)
  propose(@Call() call: CallOf<typeof contracts.proposeRecoveryContract>) {
    return this.#writes.once(call, tx => this.#recoveries.propose(tx, call.actor, call.params.entitlementId, call.body));
  }

  @Endpoint(contracts.listRecoveriesContract)
  list(@Call() call: CallOf<typeof contracts.listRecoveriesContract>) {
    return this.#recoveries.list(call.actor, call.query);
  }

  @Endpoint(contracts.decideRecoveryContract)
  decide(@Call() call: CallOf<typeof contracts.decideRecoveryContract>) {
    return this.#writes.once(call, tx => this.#recoveries.decide(tx, call.actor, call.params.recoveryId, call.body));
  }

  @Endpoint(contracts.recordRepaymentContract)
  repay(@Call() call: CallOf<typeof contracts.recordRepaymentContract>) {
    return this.#writes.once(call, tx => this.#recoveries.repay(tx, call.actor, call.params.recoveryId, call.body));
  }
}
