import * as contracts from '@guanhu/shared/payouts/payouts.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { ClaimEntitlement } from './claim-entitlement.ts';
import { DecideFailure } from './decide-failure.ts';
import { Funds } from './funds.ts';
import { MoveBatch } from './move-batch.ts';
import { PrepareBatch } from './prepare-batch.ts';
import { ReadPassbook } from './read-passbook.ts';
import { ReadPayouts } from './read-payouts.ts';
import { ShowEntitlement } from './show-entitlement.ts';

@Controller()
export class PayoutsController {
  readonly #writes: Writes;
  readonly #passbook: ReadPassbook;
  readonly #show: ShowEntitlement;
  readonly #claim: ClaimEntitlement;
  readonly #decideFailure: DecideFailure;
  readonly #read: ReadPayouts;
  readonly #prepare: PrepareBatch;
  readonly #move: MoveBatch;
  readonly #funds: Funds;

  constructor(
    writes: Writes,
    passbook: ReadPassbook,
    show: ShowEntitlement,
    claim: ClaimEntitlement,
    decideFailure: DecideFailure,
    read: ReadPayouts,
    prepare: PrepareBatch,
    move: MoveBatch,
    funds: Funds,
  ) {
    this.#writes = writes;
    this.#passbook = passbook;
    this.#show = show;
    this.#claim = claim;
    this.#decideFailure = decideFailure;
    this.#read = read;
    this.#prepare = prepare;
    this.#move = move;
    this.#funds = funds;
  }

  @Endpoint(contracts.myPassbookContract)
  passbook(@Call() call: CallOf<typeof contracts.myPassbookContract>) {
    return this.#passbook.run(call.actor);
  }

  @Endpoint(contracts.myEntitlementsContract)
  mine(@Call() call: CallOf<typeof contracts.myEntitlementsContract>) {
    return this.#show.mine(call.actor);
  }

  @Endpoint(contracts.listEntitlementsContract)
  entitlements(@Call() call: CallOf<typeof contracts.listEntitlementsContract>) {
    return this.#read.entitlements(call.actor, call.query);
  }

  @Endpoint(contracts.readEntitlementContract)
  entitlement(@Call() call: CallOf<typeof contracts.readEntitlementContract>) {
    return this.#show.run(call.actor, call.params.entitlementId);
  }

  /** Stored first, in its own transaction; then the platform is called. */
  @Endpoint(contracts.claimEntitlementContract)
  async claim(@Call() call: CallOf<typeof contracts.claimEntitlementContract>) {
    const { id } = await this.#writes.once(call, tx => this.#claim.run(tx, call.actor, call.params.entitlementId));
    return this.#show.afterClaim(call.actor, id);
  }

  @Endpoint(contracts.decideFailureContract)
  decideFailure(@Call() call: CallOf<typeof contracts.decideFailureContract>) {
    return this.#writes.once(call, tx => this.#decideFailure.run(tx, call.actor, call.params.entitlementId, call.body));
  }

  @Endpoint(contracts.prepareBatchContract)
  prepare(@Call() call: CallOf<typeof contracts.prepareBatchContract>) {
    return this.#writes.once(call, tx => this.#prepare.run(tx, call.actor, call.body));
  }

  @Endpoint(contracts.listBatchesContract)
  batches(@Call() call: CallOf<typeof contracts.listBatchesContract>) {
    return this.#read.batches(call.actor, call.query);
  }

  @Endpoint(contracts.readBatchContract)
  batch(@Call() call: CallOf<typeof contracts.readBatchContract>) {
    return this.#read.batch(call.actor, call.params.batchId);
  }

  @Endpoint(contracts.checkBatchContract)
  check(@Call() call: CallOf<typeof contracts.checkBatchContract>) {
    return this.#writes.once(call, tx => this.#move.check(tx, call.actor, call.params.batchId, call.body));
  }

  @Endpoint(contracts.returnBatchContract)
  return(@Call() call: CallOf<typeof contracts.returnBatchContract>) {
    return this.#writes.once(call, tx => this.#move.return(tx, call.actor, call.params.batchId, call.body));
  }

  @Endpoint(contracts.releaseBatchContract)
  release(@Call() call: CallOf<typeof contracts.releaseBatchContract>) {
    return this.#writes.once(call, tx => this.#move.release(tx, call.actor, call.params.batchId, call.body));
  }

  @Endpoint(contracts.readFundsContract)
  funds(@Call() call: CallOf<typeof contracts.readFundsContract>) {
    return this.#funds.read(call.actor);
  }

  @Endpoint(contracts.recordAppropriationContract)
  recordAppropriation(@Call() call: CallOf<typeof contracts.recordAppropriationContract>) {
    return this.#writes.once(call, tx => this.#funds.record(tx, call.actor, call.body));
  }
}
