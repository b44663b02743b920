import type { MerchantConfiguration } from '../configuration.ts';
import type { Context } from '../context.ts';
import { dayInShanghai } from '../kernel/clock.ts';
import { randomDigits, randomText } from '../kernel/random.ts';
import type { Phones } from '../phones/phones.ts';
import type { Bill, Phone } from '../world.ts';
import { DaySums } from './day-sums.ts';
import { dueEvent, isTerminal, move } from './bill-life.rules.ts';
import type { BillEvent, BillState } from './bill-life.rules.ts';
import type { Merchants } from './merchants.ts';
import { invalidRequest, PayRefusal } from './refusal.ts';
import { checkTransferTerms, fingerprint } from './transfer-request.rules.ts';
import type { TransferRequest } from './transfer-request.rules.ts';

const KEPT_FOR = 30 * 86_400_000;

/** All transfer bills. Whoever looks at one first lets time do to it what is due. */
export class Bills {
  readonly #context: Context;
  readonly #phones: Phones;
  readonly #merchants: Merchants;
  readonly #live = new Set<Bill>();
  readonly #byNumber = new Map<string, Bill>();
  readonly #byTransferNumber = new Map<string, Bill>();
  readonly #byPackage = new Map<string, Bill>();
  readonly #sums = new DaySums();
  readonly #onEnd: (bill: Bill) => void;

  constructor(context: Context, phones: Phones, merchants: Merchants, onEnd: (bill: Bill) => void) {
    this.#context = context;
    this.#phones = phones;
    this.#merchants = merchants;
    this.#onEnd = onEnd;
    for (const bill of context.world.data.bills) this.#remember(bill);
  }

  #remember(bill: Bill): void {
    this.#byNumber.set(`${bill.mchid}/${bill.outBillNo}`, bill);
    this.#byTransferNumber.set(bill.transferBillNo, bill);
    this.#byPackage.set(bill.packageInfo, bill);
    this.#sums.began(bill);
    if (isTerminal(bill.state)) this.#sums.ended(bill);
    if (!isTerminal(bill.state)) this.#live.add(bill);
  }

  all(): Bill[] {
    this.settleAll();
    return this.#context.world.data.bills;
  }

  settleAll(): void {
    for (const bill of [...this.#live]) this.#settle(bill);
  }

  /** Within the last 30 days, or null. */
  byOutBillNo(mchid: string, outBillNo: string): Bill | null {
    return this.#recent(this.#byNumber.get(`${mchid}/${outBillNo}`));
  }

  byTransferBillNo(transferBillNo: string): Bill | null {
    return this.#recent(this.#byTransferNumber.get(transferBillNo));
  }

  byPackage(packageInfo: string): Bill | null {
    return this.#recent(this.#byPackage.get(packageInfo));
  }

  #recent(bill: Bill | undefined): Bill | null {
    if (!bill || this.#context.clock.now() - bill.createdAt > KEPT_FOR) return null;
    return this.#settle(bill);
  }

  countAttempt(mchid: string, outBillNo: string): void {
    const attempts = this.#context.world.data.creationAttempts;
    const key = `${mchid}/${outBillNo}`;
    attempts[key] = (attempts[key] ?? 0) + 1;
  }

  /**
   * Creates the bill, or finds the one this number already names when everything else is the same.
   * Throws a PayRefusal otherwise. `stuck` leaves a new bill in PROCESSING until {@link unstick}.
   */
  create(merchant: MerchantConfiguration, request: TransferRequest, userName: string | null, stuck: boolean): Bill {
    const earlier = this.#byNumber.get(`${merchant.mchid}/${request.out_bill_no}`);
    if (earlier) {
      if (fingerprint(requestOf(earlier), earlier.userName) !== fingerprint(request, userName))
        throw invalidRequest('商户单号已存在但信息不一致，请检查后使用原参数重试');
      return this.#settle(earlier);
    }
    const refusal = checkTransferTerms(request, merchant, this.#sums.of('merchant', merchant.mchid, this.#today()));
    if (refusal) throw refusal;
    const phone = this.#phones.byOpenid(request.appid, request.openid);
    if (!phone) throw invalidRequest('openid与appid不匹配');
    const first = this.#firstState(stuck);
    if (first === 'WAIT_USER_CONFIRM' && this.#merchants.money(merchant.mchid).balance < request.transfer_amount)
      throw new PayRefusal(403, 'NOT_ENOUGH', '商户账户资金不足，请充值后重试');
    const bill = this.#newBill(merchant, request, userName, phone, stuck);
    this.#context.world.data.bills.push(bill);
    this.#remember(bill);
    if (first === 'WAIT_USER_CONFIRM') {
      this.#happen(bill, 'process', bill.createdAt, null);
      this.#happen(bill, 'lock', bill.createdAt, null);
    } else if (stuck) {
      this.#happen(bill, 'process', bill.createdAt, null);
    }
    this.#context.world.changed();
    return bill;
  }

  #firstState(stuck: boolean): BillState {
    const { firstState } = this.#context.world.data.life;
    const accepted = firstState === 'alternate' ? this.#context.world.data.bills.length % 2 === 1 : firstState === 'accepted';
    return stuck || accepted ? 'ACCEPTED' : 'WAIT_USER_CONFIRM';
  }

  #newBill(merchant: MerchantConfiguration, request: TransferRequest, userName: string | null, phone: Phone, stuck: boolean): Bill {
    const now = this.#context.clock.now();
    return {
      mchid: merchant.mchid,
      outBillNo: request.out_bill_no,
      transferBillNo: `1330000${dayInShanghai(now).replaceAll('-', '')}${randomDigits(21)}`,
      appid: request.appid,
      openid: request.openid,
      phoneId: phone.phoneId,
      sceneId: request.transfer_scene_id,
      amount: request.transfer_amount,
      remark: request.transfer_remark,
      notifyUrl: request.notify_url ?? null,
      perception: request.user_recv_perception ?? null,
      reportInfos: request.transfer_scene_report_infos,
      userName,
      state: 'ACCEPTED',
      enteredAt: now,
      createdAt: now,
      failReason: null,
      packageInfo: `affffddafdfafddffda${randomText(40)}==`,
      locked: false,
      stuck,
      shown: false,
      history: [{ state: 'ACCEPTED', at: now }],
    };
  }

  #today(): string {
    return dayInShanghai(this.#context.clock.now());
  }

  /** The merchant withdraws. A second asking changes nothing; after the payee's confirmation it is refused. */
  cancel(bill: Bill): Bill {
    if (bill.state === 'CANCELING' || bill.state === 'CANCELLED') return bill;
    if (!move(bill.state, 'cancel')) throw invalidRequest('当前单据状态不支持撤销');
    this.#happen(bill, 'cancel', this.#context.clock.now(), null);
    return this.#settle(bill);
  }

  /** The payee agrees on the phone. False when there is nothing to agree to. */
  confirm(bill: Bill): boolean {
    if (bill.state === 'TRANSFERING') return true;
    if (!move(bill.state, 'confirm')) return false;
    this.#happen(bill, 'confirm', this.#context.clock.now(), null);
    this.#settle(bill);
    return true;
  }

  show(bill: Bill, shown: boolean): void {
    bill.shown = shown;
    this.#context.world.changed();
  }

  /** Lets every bill go on that a fault has kept in PROCESSING. */
  unstick(outBillNo?: string): void {
    for (const bill of this.#live) if (outBillNo === undefined || bill.outBillNo === outBillNo) bill.stuck = false;
    this.settleAll();
  }

  #settle(bill: Bill): Bill {
    for (;;) {
      const affordable = this.#merchants.money(bill.mchid).balance >= bill.amount;
      const waiting = { ...bill, affordable, failsWith: bill.state === 'TRANSFERING' ? this.#failsWith(bill) : null };
      const due = dueEvent(waiting, this.#context.clock.now(), this.#context.world.data.life);
      if (!due) return bill;
      this.#happen(bill, due.event, due.at, due.failReason);
    }
  }

  #failsWith(bill: Bill): string | null {
    const phone = this.#phones.find(bill.phoneId);
    if (phone?.transferFailReason) return phone.transferFailReason;
    if (bill.userName !== null && phone?.realName && phone.realName !== bill.userName) return 'NAME_NOT_CORRECT';
    const received = this.#sums.of('payee', bill.openid, this.#today());
    const limit = this.#merchants.find(bill.mchid)?.limits.perUserPerDay ?? Infinity;
    return received + bill.amount > limit ? 'DAY_RECEIVED_QUOTA_EXCEED' : null;
  }

  #happen(bill: Bill, event: BillEvent, at: number, failReason: string | null): void {
    const next = move(bill.state, event);
    if (!next) throw new Error(`bill ${bill.outBillNo}: ${event} cannot happen in ${bill.state}`);
    const money = this.#merchants.money(bill.mchid);
    if (event === 'lock') {
      money.balance -= bill.amount;
      money.locked += bill.amount;
      bill.locked = true;
    } else if (isTerminal(next) && bill.locked) {
      money.locked -= bill.amount;
      bill.locked = false;
      if (next === 'SUCCESS') money.paid += bill.amount;
      else money.balance += bill.amount;
    }
    Object.assign(bill, { state: next, enteredAt: at, failReason });
    if (isTerminal(next)) this.#sums.ended(bill);
    bill.history.push({ state: next, at });
    if (isTerminal(next)) {
      this.#live.delete(bill);
      this.#onEnd(bill);
    }
    this.#context.world.changed();
  }
}

/** The creation a bill came from. */
const requestOf = (bill: Bill): Omit<TransferRequest, 'user_name'> => ({
  appid: bill.appid,
  out_bill_no: bill.outBillNo,
  transfer_scene_id: bill.sceneId,
  openid: bill.openid,
  transfer_amount: bill.amount,
  transfer_remark: bill.remark,
  ...(bill.notifyUrl === null ? {} : { notify_url: bill.notifyUrl }),
  ...(bill.perception === null ? {} : { user_recv_perception: bill.perception }),
  transfer_scene_report_infos: bill.reportInfos,
});
