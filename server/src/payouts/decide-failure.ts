import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { decideNoParty } from '@guanhu/shared/agreements/party.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { movePayout } from '@guanhu/shared/payouts/payout-life.rules';
import type { DecideFailureAnswer, DecideFailureBody } from '@guanhu/shared/payouts/payouts.contract';
import type { FailureDecision } from '@guanhu/shared/payouts/payouts.terms';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import type { Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { readBatch, type BatchRow } from './batch.store.ts';
import { standingsOf } from './bill.store.ts';
import { lockEntitlement, storeEntitlement, type EntitlementRow } from './entitlement.store.ts';
import { IssueBills } from './issue-bills.ts';
import { post } from './ledger.store.ts';
import { paidElsewhere } from './reconciliation.store.ts';
import { SettleBills } from './settle-bills.ts';

/**
 * What becomes of a transfer that definitely failed, and what was found out about one of which the platform cannot tell any more: the first
 * person proposes, a second one agrees. Only here an attempt's number rises.
 */
@Injectable()
export class DecideFailure {
  readonly #access: Access;
  readonly #issue: IssueBills;
  readonly #settle: SettleBills;
  readonly #audit: Audit;
  readonly #outbox: Outbox;

  constructor(access: Access, issue: IssueBills, settle: SettleBills, audit: Audit, outbox: Outbox) {
    this.#access = access;
    this.#issue = issue;
    this.#settle = settle;
    this.#audit = audit;
    this.#outbox = outbox;
  }

  async run(tx: Tx, actor: Actor, entitlementId: Id, body: DecideFailureBody): Promise<DecideFailureAnswer> {
    const row = await lockEntitlement(tx, entitlementId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, 'batch:read', { countyId: tx.countyId, areaPath: row.area_path });
    unwrap(decideNoParty(standsFor(actor), [row.guardian_id], 'BATCH_OWN_PARTY'));
    const carryOut = await this.#way(tx, row, body.decision);
    if (row.version !== body.version) throw new Refusal('STALE');
    const first = row.pending_decision === body.decision ? row.pending_by : null;
    if (first !== null && standsFor(actor).includes(first)) throw new Refusal('SECOND_PERSON_NEEDED');
    const isSecond = first !== null;
    await this.#record(tx, actor, row, body, isSecond ? 'agreed' : 'proposed');
    if (!isSecond) {
      const pending = { decision: body.decision, by: actor.personId };
      const version = await storeEntitlement(tx, row, { state: row.state, pending });
      return { id: row.id, state: row.state, version, waitingForSecond: true };
    }
    await carryOut();
    const after = await lockEntitlement(tx, entitlementId);
    return { id: row.id, state: after?.state ?? row.state, version: after?.version ?? row.version, waitingForSecond: false };
  }

  /** How the decision is carried out. @throws Refusal when it cannot be taken about this payment as it stands */
  async #way(tx: Tx, row: EntitlementRow, decision: FailureDecision): Promise<() => Promise<void>> {
    const batch = row.batch_id === null ? undefined : await readBatch(tx, row.batch_id);
    if (!batch) throw new Refusal('PAYOUT_MOVE_NOT_ALLOWED');
    if (decision === 'retry' || decision === 'giveBack') {
      unwrap(movePayout(row.state, decision === 'retry' ? 'retryByTwo' : 'giveBackByTwo'));
      if ((await paidElsewhere(tx, [row.id])).has(row.id)) throw new Refusal('PAID_ELSEWHERE');
      return async () => {
        await this.#move(tx, row, batch, decision);
      };
    }
    if (row.state === 'inTransfer') return this.#found(tx, row, decision);
    // A restored backup has forgotten an attempt that the platform knows of: it is taken back under its own number, and the platform asked.
    if (decision !== 'foundPaid' || !(await paidElsewhere(tx, [row.id])).has(row.id)) throw new Refusal('PAYOUT_MOVE_NOT_ALLOWED');
    unwrap(movePayout(row.state, 'retryByTwo'));
    return async () => {
      await this.#move(tx, row, batch, 'retry');
      const again = await lockEntitlement(tx, row.id);
      if (again) await this.#issue.takeBack(tx, batch, again, undefined);
    };
  }

  /** @throws Refusal BILL_NOT_FORGOTTEN while the platform can be asked */
  async #found(tx: Tx, row: EntitlementRow, decision: FailureDecision): Promise<() => Promise<void>> {
    const bill = (await standingsOf(tx, [row.id])).get(row.id);
    if (!bill?.isForgotten) throw new Refusal('BILL_NOT_FORGOTTEN');
    const { outBillNo, merchantAccountId } = bill;
    const word = decision === 'foundPaid' ? { stateWord: 'SUCCESS' } : { stateWord: 'FAIL', failReason: 'FOUND_UNPAID' };
    return async () => {
      await this.#settle.run(tx, [{ outBillNo, merchantAccountId, transferBillNo: '', ...word }]);
    };
  }

  async #move(tx: Tx, row: EntitlementRow, batch: BatchRow, decision: 'retry' | 'giveBack'): Promise<void> {
    const state = unwrap(movePayout(row.state, decision === 'retry' ? 'retryByTwo' : 'giveBackByTwo'));
    const attempt = row.attempt + (decision === 'retry' ? 1 : 0);
    await storeEntitlement(tx, row, { state, attempt });
    await post(tx, {
      officeId: batch.office_id,
      lineId: batch.line_id,
      kind: decision,
      amountFen: row.amount_fen,
      cause: `${decision}:${row.id}:${String(row.attempt)}`,
      batchId: batch.id,
      entitlementId: row.id,
    });
    const payload = { entitlementId: row.id, guardianId: row.guardian_id, patientId: row.patient_id };
    await this.#outbox.put(
      tx,
      decision === 'retry'
        ? { kind: 'entitlement-claimable', key: `${row.id}:${String(attempt)}`, payload }
        : { kind: 'batch-settled', key: `${row.id}:returned`, payload: { batchId: batch.id } },
    );
  }

  async #record(
    tx: Tx,
    actor: Actor,
    row: EntitlementRow,
    { decision, reason }: DecideFailureBody,
    how: 'proposed' | 'agreed',
  ): Promise<void> {
    await this.#audit.deed(tx, {
      actor,
      act: `payouts:failure-decision-${how}`,
      objectKind: 'entitlement',
      objectId: row.id,
      patientId: row.patient_id,
      facts: { decision, attempt: row.attempt },
    });
    await this.#audit.change(tx, {
      actor,
      objectKind: 'entitlement',
      objectId: row.id,
      before: { state: row.state },
      after: { decision, how, reason },
    });
  }
}
