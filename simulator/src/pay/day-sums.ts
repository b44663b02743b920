import { dayInShanghai } from '../kernel/clock.ts';
import type { Bill } from '../world.ts';

type Of = 'merchant' | 'payee';

/** What a merchant has spent and a payee received by the bills of a day, in fen: kept up, so that the next bill need not add up all before it. */
export class DaySums {
  readonly #sums = new Map<string, number>();

  of(kind: Of, who: string, day: string): number {
    return this.#sums.get(`${kind}/${who}/${day}`) ?? 0;
  }

  /** A merchant's limit counts a bill from its creation, confirmed or not. */
  began(bill: Bill): void {
    this.#add('merchant', bill.mchid, bill, bill.amount);
  }

  ended(bill: Bill): void {
    if (bill.state === 'SUCCESS') this.#add('payee', bill.openid, bill, bill.amount);
    else this.#add('merchant', bill.mchid, bill, -bill.amount);
  }

  #add(kind: Of, who: string, bill: Bill, amount: number): void {
    const key = `${kind}/${who}/${dayInShanghai(bill.createdAt)}`;
    this.#sums.set(key, (this.#sums.get(key) ?? 0) + amount);
  }
}
