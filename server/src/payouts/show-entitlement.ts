import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { isConfirmable, isFinalBill } from '@guanhu/shared/payouts/bill-life.rules';
import { FAILURE_WORDS } from '@guanhu/shared/payouts/failure-words.rules';
import type { ClaimAnswer, EntitlementView, MyEntitlements } from '@guanhu/shared/payouts/payouts.contract';
import { Inject, Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import type { Log } from '../platform/log/log.ts';
import { LOG } from '../platform/platform.module.ts';
import { classifyFailReason } from '../platform/wechat-pay/fail-reason.ts';
import { mayAsk, newestBill, standingsOf } from './bill.store.ts';
import { DriveBill } from './drive-bill.ts';
import { entitlementsOfGuardian, readEntitlement, type EntitlementRow } from './entitlement.store.ts';
import { MerchantAccounts } from './merchant-accounts.ts';
import { PayChannels } from './pay-channels.ts';
import { payeeTies } from './payee-ties.ts';

/** A phone asks every second or two; the platform is asked no more often than this. */
const ASK_EVERY_SECONDS = 4;

/** What the guardian's own phone shows of a payment. */
export const ownView = (row: EntitlementRow): MyEntitlements['rows'][number] => ({
  id: row.id,
  state: row.state,
  agreementId: row.agreement_id,
  patientId: row.patient_id,
  kind: row.kind,
  from: row.from_on,
  to: row.to_on,
  amountFen: row.amount_fen,
  say: row.state === 'failed' ? FAILURE_WORDS[classifyFailReason(row.fail_reason ?? undefined)].guardian : null,
  paidAt: row.paid_at?.toISOString() ?? null,
});

/** How far a payment is, for the guardian to whom it belongs. */
@Injectable()
export class ShowEntitlement {
  readonly #database: Database;
  readonly #access: Access;
  readonly #merchants: MerchantAccounts;
  readonly #drive: DriveBill;
  readonly #channels: PayChannels;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #log: Log;

  constructor(
    database: Database,
    access: Access,
    merchants: MerchantAccounts,
    drive: DriveBill,
    channels: PayChannels,
    vaults: Vaults,
    audit: Audit,
    @Inject(LOG) log: Log,
  ) {
    this.#database = database;
    this.#access = access;
    this.#merchants = merchants;
    this.#drive = drive;
    this.#channels = channels;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#log = log;
  }

  async mine(actor: Actor): Promise<MyEntitlements> {
    const rows = await entitlementsOfGuardian(this.#database.county(actor.countyId), actor.personId);
    return { rows: rows.filter(row => row.state !== 'approved').map(ownView) };
  }

  /** Asks the platform on the way when a transfer is under way: the callback may be late or lost. */
  async run(actor: Actor, entitlementId: Id): Promise<EntitlementView> {
    const reader = this.#database.county(actor.countyId);
    const row = await this.#own(reader, actor, entitlementId);
    await this.#audit.read(reader, { actor, what: 'payouts:own-entitlement', patientIds: [row.patient_id] });
    if (row.state !== 'inTransfer') return this.#shown(reader, row);
    const bill = await newestBill(reader, await this.#vaults.of(reader.countyId), entitlementId);
    if (bill && (await mayAsk(reader, bill.id, ASK_EVERY_SECONDS))) await this.#tryToDrive(actor, bill.outBillNo);
    return this.#view(reader, actor, entitlementId);
  }

  /** After a claim has been stored: drives the bill at once, and shows what came of it. */
  async afterClaim(actor: Actor, entitlementId: Id): Promise<ClaimAnswer> {
    const reader = this.#database.county(actor.countyId);
    const bill = await newestBill(reader, await this.#vaults.of(reader.countyId), entitlementId);
    if (bill && !isFinalBill(bill.state)) await this.#tryToDrive(actor, bill.outBillNo);
    const { id, state, transfer } = await this.#view(reader, actor, entitlementId);
    return { id, state, ...(transfer ? { transfer } : {}) };
  }

  /** The claim is stored: whatever goes wrong now, the promise to drive the bill is kept later. */
  async #tryToDrive(actor: Actor, outBillNo: string): Promise<void> {
    try {
      await this.#drive.run(actor.countyId, outBillNo);
    } catch (error) {
      this.#log.warn({ err: error }, 'a bill waits for its next turn');
    }
  }

  async #view(reader: Reader, actor: Actor, entitlementId: Id): Promise<EntitlementView> {
    const row = await this.#own(reader, actor, entitlementId);
    const bill = row.state === 'inTransfer' ? await newestBill(reader, await this.#vaults.of(reader.countyId), entitlementId) : undefined;
    if (!bill?.packageInfo || !isConfirmable(bill.state)) return this.#shown(reader, row);
    const { mchid, appid } = await this.#merchants.get(bill.merchantAccountId);
    return { ...(await this.#shown(reader, row)), transfer: { mchId: mchid, appId: appid, package: bill.packageInfo } };
  }

  /** What is not under way goes the payee's own way. */
  async #shown(reader: Reader, row: EntitlementRow): Promise<EntitlementView> {
    const isOver = row.state === 'inTransfer' || row.state === 'paid';
    const channel =
      (isOver ? (await standingsOf(reader, [row.id])).get(row.id)?.channel : undefined) ??
      (await this.#channels.of(reader, [row.guardian_id])).get(row.guardian_id)?.channel;
    return { ...ownView(row), channel: channel ?? 'wechat' };
  }

  async #own(reader: Reader, actor: Actor, entitlementId: Id): Promise<EntitlementRow> {
    const row = await readEntitlement(reader, entitlementId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, 'entitlement:claim', payeeTies(reader, row));
    return row;
  }
}
