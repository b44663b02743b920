import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { decideNoParty } from '@guanhu/shared/agreements/party.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { RecordCashBody, ReturnCashBody, TransferStanding } from '@guanhu/shared/payouts/channels.contract';
import { Injectable } from '@nestjs/common';
import { Access, People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { openListBill, type BillKnown } from './bill.store.ts';
import { readEntitlement, type EntitlementRow } from './entitlement.store.ts';
import { insertCashReceipt } from './pay-list.store.ts';
import { paidElsewhere } from './reconciliation.store.ts';
import { SettleBills } from './settle-bills.ts';

/** Cash as the last resort: what stands in a cash list was handed over, against a receipt and before two witnesses. */
@Injectable()
export class RecordCash {
  readonly #access: Access;
  readonly #people: People;
  readonly #settle: SettleBills;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(access: Access, people: People, settle: SettleBills, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#access = access;
    this.#people = people;
    this.#settle = settle;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(tx: Tx, actor: Actor, entitlementId: Id, body: RecordCashBody): Promise<TransferStanding> {
    const { row, bill } = await this.#listed(tx, actor, entitlementId);
    if ((await paidElsewhere(tx, [entitlementId])).has(entitlementId)) throw new Refusal('PAID_ELSEWHERE');
    if (body.paidOn > this.#clock.today()) throw new Refusal('INPUT_INVALID', ['body.paidOn']);
    await this.#witnesses(tx, actor, row, body.witnesses);
    const id = newId();
    const place = { table: 'cash_receipt', row: id, column: 'receipt_sealed' };
    const receipt = JSON.stringify({ number: body.receiptNumber, witnesses: body.witnesses });
    await insertCashReceipt(tx, {
      id,
      billId: bill.id,
      paidOn: body.paidOn,
      receiptSealed: (await this.#vaults.of(tx.countyId)).seal(place, receipt),
      by: actor.personId,
    });
    await this.#settle.run(tx, [
      { outBillNo: bill.outBillNo, merchantAccountId: null, stateWord: 'SUCCESS', transferBillNo: id, amountFen: bill.amountFen },
    ]);
    await this.#audit.deed(tx, {
      actor,
      act: 'payouts:cash-recorded',
      objectKind: 'entitlement',
      objectId: entitlementId,
      patientId: row.patient_id,
      facts: { attempt: bill.attempt },
    });
    return { id: entitlementId, state: 'paid' };
  }

  /** Nobody came for it: the payment failed, and two persons decide what becomes of the money. Why, the history keeps sealed. */
  async giveBack(tx: Tx, actor: Actor, entitlementId: Id, { reason }: ReturnCashBody): Promise<TransferStanding> {
    const { row, bill } = await this.#listed(tx, actor, entitlementId);
    await this.#settle.run(tx, [
      { outBillNo: bill.outBillNo, merchantAccountId: null, stateWord: 'FAIL', transferBillNo: bill.id, failReason: 'CASH_LEFT' },
    ]);
    await this.#audit.deed(tx, {
      actor,
      act: 'payouts:cash-returned',
      objectKind: 'entitlement',
      objectId: entitlementId,
      patientId: row.patient_id,
      facts: { attempt: bill.attempt },
    });
    await this.#audit.change(tx, {
      actor,
      objectKind: 'entitlement',
      objectId: entitlementId,
      before: { state: row.state },
      after: { state: 'failed', reason },
    });
    return { id: entitlementId, state: 'failed' };
  }

  /** What stands in a cash list and was not handed over yet. */
  async #listed(tx: Tx, actor: Actor, entitlementId: Id): Promise<{ row: EntitlementRow; bill: BillKnown }> {
    const row = await readEntitlement(tx, entitlementId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, 'batch:release', { countyId: tx.countyId, areaPath: row.area_path });
    unwrap(decideNoParty(standsFor(actor), [row.guardian_id], 'BATCH_OWN_PARTY'));
    const bill = await openListBill(tx, entitlementId, 'cash');
    if (!bill) throw new Refusal('PAYOUT_MOVE_NOT_ALLOWED');
    return { row, bill };
  }

  /** @throws Refusal CASH_WITNESSES unless two others saw it */
  async #witnesses(tx: Tx, actor: Actor, row: EntitlementRow, witnesses: readonly string[]): Promise<void> {
    const people = await this.#people.contacts(tx, [row.guardian_id, actor.personId]);
    const names = [...witnesses, ...[...people.values()].map(person => person.name)].map(name => name.trim());
    if (new Set(names).size < names.length) throw new Refusal('CASH_WITNESSES');
  }
}
