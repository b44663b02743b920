import * as contracts from '@guanhu/shared/indicators/warnings.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { Warnings } from './warnings.ts';

/** 预警: what somebody should look at. */
@Controller()
export class WarningsController {
  readonly #writes: Writes;
  readonly #warnings: Warnings;

  constructor(writes: Writes, warnings: Warnings) {
    this.#writes = writes;
    this.#warnings = warnings;
  }

  @Endpoint(contracts.listWarningsContract)
  list(@Call() call: CallOf<typeof contracts.listWarningsContract>) {
    return this.#warnings.list(call.actor, call.query);
  }

  @Endpoint(contracts.acknowledgeWarningContract)
  acknowledge(@Call() call: CallOf<typeof contracts.acknowledgeWarningContract>) {
    return this.#writes.once(call, tx => this.#warnings.acknowledge(tx, call.actor, call.params.warningId, call.body));
  }

  @Endpoint(contracts.closeWarningContract)
  close(@Call() call: CallOf<typeof contracts.closeWarningContract>) {
    return this.#writes.once(call, tx => this.#warnings.close(tx, call.actor, call.params.warningId, call.body));
  }
}
