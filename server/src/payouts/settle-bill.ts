import type { Id } from '@guanhu/shared/kernel/ids';
import { isFinalBill, nextBillState } from '@guanhu/shared/payouts/bill-life.rules';
import { movePayout } from '@guanhu/shared/payouts/payout-life.rules';
import { unwrap } from '@guanhu/shared/kernel/decision';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { readBatch } from './batch.store.ts';
import * as bills from './bill.store.ts';
import { lockEntitlement, storeEntitlement, type EntitlementRow } from './entitlement.store.ts';
import { post } from './ledger.store.ts';

/** What the platform provably said of a bill: an answer to a creation or a query, or a verified callback. */
export type Heard = {
  readonly outBillNo: string;
  readonly merchantAccountId: Id;
  readonly stateWord: string;
  readonly transferBillNo: string;
  /** Absent where the platform does not repeat it. */
  readonly amountFen?: number;
  readonly packageInfo?: string;
  readonly failReason?: string;
};

/**
 * The one place where a bill moves on, and with it the entitlement and the ledger, whoever brought the word and however often. A word
 * about another amount or merchant changes nothing.
 */
@Injectable()
export class SettleBill {
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #outbox: Outbox;
  readonly #clock: Clock;

  constructor(vaults: Vaults, audit: Audit, outbox: Outbox, clock: Clock) {
    this.#vaults = vaults;
    this.#audit = audit;
    this.#outbox = outbox;
    this.#clock = clock;
  }

  async run(tx: Tx, heard: Heard): Promise<'heard' | 'unknown-bill' | 'mismatch'> {
    const vault = await this.#vaults.of(tx.countyId);
    const known = await bills.readBill(tx, vault, heard.outBillNo);
    if (!known) return 'unknown-bill';
    if (known.merchantAccountId !== heard.merchantAccountId) return 'mismatch';
    if (heard.amountFen !== undefined && heard.amountFen !== known.amountFen) return 'mismatch';
    // Entitlement before bill, as in a claim: one order of locks everywhere.
    const entitlement = await lockEntitlement(tx, known.entitlementId);
    const bill = await bills.lockBill(tx, vault, heard.outBillNo);
    if (!entitlement || !bill) throw new Error('a bill without its entitlement');
    if (isFinalBill(bill.state)) return 'heard';
    const state = nextBillState(bill.state, heard.stateWord);
    const isFinal = isFinalBill(state);
    await bills.storeHeard(tx, vault, bill, {
      state,
      isFinal,
      transferBillNo: heard.transferBillNo,
      packageInfo: heard.packageInfo ?? null,
      failReason: heard.failReason ?? null,
    });
    if (isFinal) await this.#settle(tx, entitlement, bill, state === 'SUCCESS' ? null : (heard.failReason ?? state));
    return 'heard';
  }

  /** @param failReason null when the money arrived */
  async #settle(tx: Tx, entitlement: EntitlementRow, bill: bills.BillRow, failReason: string | null): Promise<void> {
    const arrived = failReason === null;
    const { id, patient_id, batch_id } = entitlement;
    if (batch_id === null) throw new Error('a transfer outside a batch');
    const batch = await readBatch(tx, batch_id);
    if (!batch) throw new Error('an entitlement without its batch');
    const state = unwrap(movePayout(entitlement.state, arrived ? 'platformSucceeded' : 'platformFailed'));
    await storeEntitlement(tx, entitlement, { state, failReason, ...(arrived ? { paidAt: this.#clock.now() } : {}) });
    const kind = arrived ? 'paid' : 'failed';
    const event = `${id}:${String(bill.attempt)}`;
    await post(tx, {
      officeId: batch.office_id,
      kind,
      amountFen: bill.amountFen,
      cause: `${kind}:${event}`,
      batchId: batch_id,
      entitlementId: id,
    });
    await this.#audit.deed(tx, {
      actor: 'system',
      act: `payouts:${kind}`,
      objectKind: 'entitlement',
      objectId: id,
      patientId: patient_id,
      facts: { attempt: bill.attempt, failReason },
    });
    const payload = { entitlementId: id, guardianId: entitlement.guardian_id, patientId: patient_id };
    await this.#outbox.putMany(tx, [
      { kind: arrived ? 'entitlement-paid' : 'entitlement-failed', key: event, payload },
      { kind: 'batch-settled', key: event, payload: { batchId: batch_id } },
    ]);
  }
}
