import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { may, type Permission } from '@guanhu/shared/access/permissions.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { decideHands, moveBatch, type BatchEvent } from '@guanhu/shared/payouts/batch-life.rules';
import { movePayout } from '@guanhu/shared/payouts/payout-life.rules';
import type { BatchMoved, CheckBatchBody, ReleaseBatchBody, ReturnBatchBody } from '@guanhu/shared/payouts/payouts.contract';
import { RELEASE_PURPOSE, type BatchState } from '@guanhu/shared/payouts/payouts.terms';
import { Injectable } from '@nestjs/common';
import { Access, StepUps } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { Policies } from '../policy/policy.public.ts';
import * as store from './batch.store.ts';
import { entitlementsOfBatch, releaseAll, takeOutOfBatch } from './entitlement.store.ts';
import { post } from './ledger.store.ts';
import { handsOf } from './read-payouts.ts';

/** Checks, releases and returns batches. Three different persons, none a party, or it does not go. */
@Injectable()
export class MoveBatch {
  readonly #access: Access;
  readonly #stepUps: StepUps;
  readonly #policies: Policies;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #outbox: Outbox;
  readonly #clock: Clock;

  constructor(access: Access, stepUps: StepUps, policies: Policies, vaults: Vaults, audit: Audit, outbox: Outbox, clock: Clock) {
    this.#access = access;
    this.#stepUps = stepUps;
    this.#policies = policies;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#outbox = outbox;
    this.#clock = clock;
  }

  /** The checker agrees, and the money is set aside: a second batch cannot count on it. */
  async check(tx: Tx, actor: Actor, batchId: Id, body: CheckBatchBody): Promise<BatchMoved> {
    const { row, state } = await this.#decide(tx, actor, batchId, 'check', 'batch:check');
    const moved = await store.moveBatchRow(tx, batchId, body.version, state);
    await post(tx, {
      officeId: row.office_id,
      lineId: row.line_id,
      kind: 'commit',
      amountFen: row.total_fen,
      cause: `commit:${batchId}`,
      batchId,
    });
    await this.#record(tx, actor, row, 'checked', null);
    return moved;
  }

  /** The payer releases, having approved it once more on the phone; every guardian in the batch is told. */
  async release(tx: Tx, actor: Actor, batchId: Id, body: ReleaseBatchBody): Promise<BatchMoved> {
    const { row, state } = await this.#decide(tx, actor, batchId, 'release', 'batch:release');
    await this.#stepUps.consume(tx, actor, body.stepUpTicket, RELEASE_PURPOSE, batchId);
    const moved = await store.moveBatchRow(tx, batchId, body.version, state);
    await post(tx, {
      officeId: row.office_id,
      lineId: row.line_id,
      kind: 'release',
      amountFen: row.total_fen,
      cause: `release:${batchId}`,
      batchId,
    });
    const released = await releaseAll(tx, batchId, unwrap(movePayout('approved', 'release')));
    await this.#outbox.putMany(
      tx,
      released.map(({ id, guardian_id, patient_id }) => ({
        kind: 'entitlement-claimable',
        key: `${id}:1`,
        payload: { entitlementId: id, guardianId: guardian_id, patientId: patient_id },
      })),
    );
    const { billsAt } = await this.#policies.inForce(tx, 'payout', this.#clock.today(), { townshipId: row.township_id });
    if (billsAt === 'release') await store.wantBills(tx, batchId);
    await this.#record(tx, actor, row, 'released', null);
    return moved;
  }

  /** Whoever would do the next step may send the batch back instead, with a reason. */
  async return(tx: Tx, actor: Actor, batchId: Id, body: ReturnBatchBody): Promise<BatchMoved> {
    const { row, state } = await this.#decide(tx, actor, batchId, 'return', 'batch:return');
    const next = row.state === 'checked' ? 'batch:release' : 'batch:check';
    if (!may(actor, next, { countyId: tx.countyId, areaPath: row.area_path })) throw new Refusal('BATCH_MOVE_NOT_ALLOWED');
    const moved = await store.moveBatchRow(tx, batchId, body.version, state);
    if (row.state === 'checked') {
      await post(tx, {
        officeId: row.office_id,
        lineId: row.line_id,
        kind: 'uncommit',
        amountFen: row.total_fen,
        cause: `uncommit:${batchId}`,
        batchId,
      });
    }
    await takeOutOfBatch(tx, batchId);
    await this.#record(tx, actor, row, 'returned', body.reason);
    return moved;
  }

  async #decide(
    tx: Tx,
    actor: Actor,
    batchId: Id,
    event: BatchEvent,
    permission: Permission,
  ): Promise<{ row: store.BatchRow; state: BatchState }> {
    const row = await store.lockBatch(tx, batchId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, permission, { countyId: tx.countyId, areaPath: row.area_path });
    const state = unwrap(moveBatch(row.state, event));
    const steps = await store.readBatchSteps(tx, await this.#vaults.of(tx.countyId), batchId);
    const parties = (await entitlementsOfBatch(tx, batchId)).map(each => each.guardian_id);
    unwrap(decideHands(handsOf(steps), standsFor(actor), parties));
    return { row, state };
  }

  async #record(
    tx: Tx,
    actor: Actor,
    row: store.BatchRow,
    step: 'checked' | 'released' | 'returned',
    reason: string | null,
  ): Promise<void> {
    await store.insertBatchStep(tx, await this.#vaults.of(tx.countyId), {
      batchId: row.id,
      step,
      personId: actor.personId,
      standsFor: standsFor(actor),
      reason,
      now: this.#clock.now(),
    });
    await this.#audit.deed(tx, {
      actor,
      act: `payouts:batch-${step}`,
      objectKind: 'batch',
      objectId: row.id,
      facts: { people: row.people, totalFen: row.total_fen },
    });
  }
}
