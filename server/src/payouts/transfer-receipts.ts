import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { TransferReceipt } from '@guanhu/shared/payouts/receipts.contract';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader, type Tx } from '../platform/database/database.ts';
import type { FileToSave } from '../platform/http/send-file.ts';
import { readEntitlement, type EntitlementRow } from './entitlement.store.ts';
import { FetchReceipts } from './fetch-receipts.ts';
import { readReceiptFile, receiptOf, type ReceiptRow } from './receipt.store.ts';

/** Without a bill that the platform has paid there is no receipt of it; what it does not remember any more it does not give. */
const shown = (row: ReceiptRow | undefined): TransferReceipt => ({
  state: !row ? 'none' : row.kept ? 'kept' : row.isRemembered ? 'waiting' : 'forgotten',
  digest: row?.kept ? { type: row.kept.hashType, value: row.kept.hash } : null,
  keptAt: row?.kept?.at.toISOString() ?? null,
});

/** The platform's electronic receipt of a payment, for the money office. */
@Injectable()
export class TransferReceipts {
  readonly #database: Database;
  readonly #access: Access;
  readonly #fetch: FetchReceipts;
  readonly #vaults: Vaults;
  readonly #audit: Audit;

  constructor(database: Database, access: Access, fetch: FetchReceipts, vaults: Vaults, audit: Audit) {
    this.#database = database;
    this.#access = access;
    this.#fetch = fetch;
    this.#vaults = vaults;
    this.#audit = audit;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async read(actor: Actor, entitlementId: Id): Promise<TransferReceipt> {
    const county = this.#database.county(actor.countyId);
    await this.#readable(county, actor, entitlementId);
    return shown(await receiptOf(county, entitlementId));
  }

  /** What is asked is written down before the platform hears of it. @throws Refusal NOT_FOUND_OR_NO_ACCESS, RECEIPT_NOT_TO_BE_HAD */
  async record(tx: Tx, actor: Actor, entitlementId: Id): Promise<{ id: Id }> {
    const { patient_id: patientId } = await this.#readable(tx, actor, entitlementId);
    const { state } = shown(await receiptOf(tx, entitlementId));
    if (state === 'none' || state === 'forgotten') throw new Refusal('RECEIPT_NOT_TO_BE_HAD');
    const act = 'payouts:receipt-asked';
    await this.#audit.deed(tx, { actor, act, objectKind: 'entitlement', objectId: entitlementId, patientId });
    return { id: entitlementId };
  }

  async afterRecord(actor: Actor, entitlementId: Id): Promise<TransferReceipt> {
    const county = this.#database.county(actor.countyId);
    const row = await receiptOf(county, entitlementId);
    if (row && !row.kept) await this.#fetch.one(county, row);
    return shown(await receiptOf(county, entitlementId));
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, RECEIPT_NOT_KEPT */
  async bytes(actor: Actor, entitlementId: Id): Promise<FileToSave> {
    const county = this.#database.county(actor.countyId);
    const { patient_id: patientId } = await this.#readable(county, actor, entitlementId);
    const row = await receiptOf(county, entitlementId);
    if (!row?.kept) throw new Refusal('RECEIPT_NOT_KEPT');
    const bytes = await readReceiptFile(county, await this.#vaults.of(county.countyId), row.kept.id);
    await this.#audit.read(county, { actor, what: 'payouts:transfer-receipt', patientIds: [patientId] });
    return { bytes, type: 'application/pdf', fileName: `${entitlementId}.pdf` };
  }

  async #readable(reader: Reader, actor: Actor, entitlementId: Id): Promise<EntitlementRow> {
    const row = await readEntitlement(reader, entitlementId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, 'batch:read', { countyId: reader.countyId, areaPath: row.area_path });
    return row;
  }
}
