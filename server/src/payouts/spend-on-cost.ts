import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { BudgetLines } from './budget-lines.ts';
import { insertExpenditure } from './expenditure.store.ts';
import { post } from './ledger.store.ts';
import { MerchantAccounts } from './merchant-accounts.ts';

type PaidCost = {
  readonly costId: Id;
  /** The patient's place, county first: its township's finance office pays. */
  readonly areaPath: readonly Id[];
  readonly amountFen: number;
  readonly by: Id;
};

/** A patient's cost that nobody else pays for is spent from the budget for such costs, and from no other. */
@Injectable()
export class SpendOnCost {
  readonly #merchants: MerchantAccounts;
  readonly #lines: BudgetLines;
  readonly #vaults: Vaults;
  readonly #clock: Clock;

  constructor(merchants: MerchantAccounts, lines: BudgetLines, vaults: Vaults, clock: Clock) {
    this.#merchants = merchants;
    this.#lines = lines;
    this.#vaults = vaults;
    this.#clock = clock;
  }

  /** For the room of costs, which asked who may pay. @throws Refusal PAYING_OFFICE_MISSING, BUDGET_LINE_MISSING, FUNDS_NOT_ENOUGH */
  async run(tx: Tx, { costId, areaPath, amountFen, by }: PaidCost): Promise<void> {
    const [, townshipId] = areaPath;
    const [office] = townshipId === undefined ? [] : await this.#merchants.officesIn(tx, [townshipId]);
    if (!office) throw new Refusal('PAYING_OFFICE_MISSING');
    const { officeId } = office;
    const paidOn = this.#clock.today();
    const { id: lineId, purpose } = await this.#lines.toSpendOn(tx, officeId, 'elsewhere', amountFen, paidOn);
    const id = newId();
    const spent = { id, officeId, lineId, purpose, amountFen, paidOn, documentNumber: null, words: null, costId, recordedBy: by };
    await insertExpenditure(tx, await this.#vaults.of(tx.countyId), { ...spent, now: this.#clock.now() });
    await post(tx, { officeId, lineId, kind: 'spend', amountFen, cause: `expenditure:${id}` });
  }
}
