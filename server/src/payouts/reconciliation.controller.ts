import { readReconciliationContract } from '@guanhu/shared/payouts/reconciliation.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { ReconcileDay } from './reconcile-day.ts';

@Controller()
export class ReconciliationController {
  readonly #reconcile: ReconcileDay;

  constructor(reconcile: ReconcileDay) {
    this.#reconcile = reconcile;
  }

  @Endpoint(readReconciliationContract)
  read(@Call() call: CallOf<typeof readReconciliationContract>) {
    return this.#reconcile.read(call.actor);
  }
}
