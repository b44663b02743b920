import type { Actor } from '@guanhu/shared/access/access.terms';
import { spanInWords, startOf } from '@guanhu/shared/kernel/calendar-date';
import { unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { movePayout } from '@guanhu/shared/payouts/payout-life.rules';
import { fitsIntoDay, precheck, type Limits } from '@guanhu/shared/payouts/precheck.rules';
import type { PayChannel } from '@guanhu/shared/payouts/payouts.terms';
import { Inject, Injectable } from '@nestjs/common';
import { Accounts, People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import type { Log } from '../platform/log/log.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { LOG } from '../platform/platform.module.ts';
import { NAME_FROM_FEN } from '../platform/wechat-pay/draft.rules.ts';
import { outBillNo } from '../platform/wechat-pay/out-bill-no.ts';
import type { BillDraft } from '../platform/wechat-pay/transfer-bills.ts';
import { Policies } from '../policy/policy.public.ts';
import { lockWanting, putOffBills, storeBillsAfter, type BatchRow } from './batch.store.ts';
import { insertBills, markSent, spentSince, type NewBill } from './bill.store.ts';
import { lockClaimable, storeEntitlements, type EntitlementRow } from './entitlement.store.ts';
import { postMany } from './ledger.store.ts';
import { PayChannels } from './pay-channels.ts';
import { MerchantAccounts, type OpenAccount } from './merchant-accounts.ts';

/** Entitlements whose bills are stored in one transaction. */
const AT_ONCE = 200;
/** A batch whose bills could not be stored is tried again after it. */
const AGAIN_SECONDS = 5;

/**
 * Stores bills: number and full payload, and the money moves into transfer with them, before the platform hears a word. Whatever dies
 * afterwards, the stored bill is what is asked about and sent.
 */
@Injectable()
export class IssueBills {
  readonly #database: Database;
  readonly #accounts: Accounts;
  readonly #people: People;
  readonly #merchants: MerchantAccounts;
  readonly #channels: PayChannels;
  readonly #policies: Policies;
  readonly #outbox: Outbox;
  readonly #clock: Clock;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #log: Log;

  constructor(
    database: Database,
    accounts: Accounts,
    people: People,
    merchants: MerchantAccounts,
    channels: PayChannels,
    policies: Policies,
    outbox: Outbox,
    clock: Clock,
    vaults: Vaults,
    audit: Audit,
    @Inject(LOG) log: Log,
  ) {
    this.#database = database;
    this.#accounts = accounts;
    this.#people = people;
    this.#merchants = merchants;
    this.#channels = channels;
    this.#policies = policies;
    this.#outbox = outbox;
    this.#clock = clock;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#log = log;
  }

  /**
   * A bill for everything that may be claimed by somebody with an account, in the batches whose bills are all wanted at once. A part of a batch
   * and how far it has come are one commit: what a dead worker had in hand is the next one's at once.
   */
  async wanted(countyId: number, goOn = () => true): Promise<void> {
    const county = this.#database.county(countyId);
    while (goOn()) {
      let taken: Id | undefined;
      try {
        await county.inTransaction(async tx => {
          const batch = await lockWanting(tx);
          taken = batch?.id;
          if (!batch) return;
          const rows = await lockClaimable(tx, batch.id, batch.bills_after, AT_ONCE);
          await this.run(tx, 'system', batch, rows, 0);
          await storeBillsAfter(tx, batch.id, rows.length < AT_ONCE ? null : (rows.at(-1)?.id ?? null));
        });
      } catch (error) {
        if (taken === undefined) throw error;
        this.#log.error({ batchId: taken, err: error }, 'the bills of a batch wait');
        await putOffBills(county, taken, AGAIN_SECONDS);
      }
      if (taken === undefined) return;
    }
  }

  /**
   * @param rows locked, claimable, of this batch
   * @param inSeconds after which a worker drives the bills, if nobody has by then
   * @returns why a payment has no bill now, by entitlement: empty when all of them have one
   */
  async run(
    tx: Tx,
    actor: Actor | 'system',
    batch: BatchRow,
    rows: readonly EntitlementRow[],
    inSeconds: number,
  ): Promise<ReadonlyMap<Id, NotIssued>> {
    const not = new Map<Id, NotIssued>();
    if (rows.length === 0) return not;
    const account = await this.#merchants.get(batch.merchant_account_id);
    const channels = await this.#channels.of(tx, [...new Set(rows.map(row => row.guardian_id))]);
    const openids = await this.#accounts.openidsOf(tx, [...new Set(rows.map(row => row.guardian_id))]);
    const drafts = await this.#drafts(tx, rows, account.notifyUrl, openids);
    const fits = await this.#fitting(tx, account, rows);
    const ready = rows.flatMap(row => {
      const draft = drafts.get(row.id);
      const why =
        whyNot(channels.get(row.guardian_id)?.channel ?? 'wechat', row, draft, account.limits) ?? (fits(row) ? null : 'PAYMENT_OVER_DAY');
      if (why !== null) not.set(row.id, why);
      return draft && why === null ? [{ row, draft }] : [];
    });
    await this.store(
      tx,
      actor,
      batch,
      ready.map(({ row, draft }) => ({ row, bill: billOf(row, account, draft) })),
      inSeconds,
    );
    return not;
  }

  /**
   * Stores the bill of an attempt that the platform knows and our rows have forgotten, whichever way its payee is paid today and however much
   * of the day's limits is used: its money has left already, or still may. It is asked about and never created as if it were new.
   * @param row locked, claimable, of this batch
   * @param openid to whom the platform says that it pays
   */
  async takeBack(tx: Tx, batch: BatchRow, row: EntitlementRow, openid: string | undefined): Promise<void> {
    const account = await this.#merchants.get(batch.merchant_account_id);
    const payee = openid ?? (await this.#accounts.openidsOf(tx, [row.guardian_id])).get(row.guardian_id) ?? '';
    const draft = (await this.#drafts(tx, [row], account.notifyUrl, new Map([[row.guardian_id, payee]]))).get(row.id);
    if (!draft) throw new Error('a payment without its draft');
    const bill = { ...billOf(row, account, draft), state: 'PROCESSING' } as const;
    await this.store(tx, 'system', batch, [{ row, bill }]);
    await markSent(tx, bill.id);
  }

  /** Stores bills of any channel, and moves their money into transfer. */
  async store(
    tx: Tx,
    actor: Actor | 'system',
    batch: BatchRow,
    ready: readonly { readonly row: EntitlementRow; readonly bill: NewBill }[],
    inSeconds = 0,
  ): Promise<void> {
    if (ready.length === 0) return;
    await storeEntitlements(
      tx,
      ready.map(({ row }) => ({ row, state: unwrap(movePayout(row.state, 'claim')), failReason: null, paidAt: null })),
    );
    await insertBills(
      tx,
      await this.#vaults.of(tx.countyId),
      ready.map(({ bill }) => bill),
      inSeconds,
    );
    await postMany(
      tx,
      ready.map(({ row }) => ({
        officeId: batch.office_id,
        lineId: batch.line_id,
        kind: 'claim',
        amountFen: row.amount_fen,
        cause: `claim:${row.id}:${String(row.attempt)}`,
        batchId: batch.id,
        entitlementId: row.id,
      })),
    );
    await this.#remind(tx, batch, ready);
    await this.#audit.deeds(
      tx,
      ready.map(({ row, bill }) => ({
        actor,
        act: bill.channel === 'wechat' && actor !== 'system' ? 'payouts:claimed' : 'payouts:bill-issued',
        objectKind: 'entitlement',
        objectId: row.id,
        patientId: row.patient_id,
        facts: { attempt: row.attempt, channel: bill.channel },
      })),
    );
  }

  /** The platform closes what is not confirmed within a day: the payee is asked before. */
  async #remind(tx: Tx, batch: BatchRow, ready: readonly { readonly row: EntitlementRow; readonly bill: NewBill }[]): Promise<void> {
    const now = this.#clock.now();
    const { remindAfterHours } = await this.#policies.inForce(tx, 'payout', this.#clock.today(), { townshipId: batch.township_id });
    await this.#outbox.putMany(
      tx,
      ready
        .filter(({ bill }) => bill.channel === 'wechat')
        .flatMap(({ row, bill }) =>
          remindAfterHours.map(hours => ({
            kind: 'bill-unconfirmed',
            key: `${bill.outBillNo}:${String(hours)}`,
            payload: { entitlementId: row.id, hours },
            notBefore: new Date(now.getTime() + hours * 3_600_000),
          })),
        ),
    );
  }

  /** Whether one more payment fits into the day of its payee and of the account; what fits is counted for the next. */
  async #fitting(tx: Tx, account: OpenAccount, rows: readonly EntitlementRow[]): Promise<(row: EntitlementRow) => boolean> {
    const since = startOf(this.#clock.today());
    const spent = await spentSince(
      tx,
      account.id,
      rows.map(row => row.guardian_id),
      since,
    );
    const persons = new Map(spent.persons);
    let { merchantFen } = spent;
    return ({ guardian_id, amount_fen }) => {
      const personFen = persons.get(guardian_id) ?? 0;
      if (!fitsIntoDay(amount_fen, { personFen, merchantFen }, account.limits)) return false;
      persons.set(guardian_id, personFen + amount_fen);
      merchantFen += amount_fen;
      return true;
    };
  }

  /** By entitlement; none without a WeChat account to pay to. */
  async #drafts(
    tx: Tx,
    rows: readonly EntitlementRow[],
    notifyUrl: string,
    openids: ReadonlyMap<Id, string>,
  ): Promise<ReadonlyMap<Id, BillDraft>> {
    const named = rows.filter(row => row.amount_fen >= NAME_FROM_FEN);
    const people = await this.#people.contacts(
      tx,
      named.map(row => row.guardian_id),
    );
    return new Map(
      rows.flatMap((row): [Id, BillDraft][] => {
        const openid = openids.get(row.guardian_id);
        if (openid === undefined) return [];
        const name = people.get(row.guardian_id)?.name;
        const draft = {
          outBillNo: outBillNo(row.id, row.attempt),
          openid,
          amountFen: row.amount_fen,
          // At most 32 characters, and nothing about illness: it shows on the payee's phone.
          remark: `补助 ${spanInWords(row.from_on, row.to_on)}`,
          notifyUrl,
        };
        return [[row.id, name === undefined ? draft : { ...draft, userName: name }]];
      }),
    );
  }
}

/** Why a payment has no bill, as the refusal that its payee would hear. */
export type NotIssued = 'CHANNEL_NOT_WECHAT' | 'PAYEE_NOT_BOUND' | 'PAYMENT_OVER_LIMIT' | 'PAYMENT_OVER_DAY';

const billOf = (row: EntitlementRow, account: OpenAccount, draft: BillDraft): NewBill => ({
  id: newId(),
  entitlementId: row.id,
  attempt: row.attempt,
  outBillNo: draft.outBillNo,
  amountFen: row.amount_fen,
  channel: 'wechat',
  merchantAccountId: account.id,
  listId: null,
  state: 'prepared',
  payload: draft,
});

function whyNot(channel: PayChannel, row: EntitlementRow, draft: BillDraft | undefined, limits: Limits): NotIssued | null {
  if (channel !== 'wechat') return 'CHANNEL_NOT_WECHAT';
  if (!draft) return 'PAYEE_NOT_BOUND';
  return precheck({ channel, boundToWechat: true, holderIsGuardian: null }, row.amount_fen, limits) === null ? null : 'PAYMENT_OVER_LIMIT';
}
