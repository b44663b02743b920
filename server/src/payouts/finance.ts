import type { Actor } from '@guanhu/shared/access/access.terms';
import { calendarDate, startOf } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Outlook } from '@guanhu/shared/payouts/finance.contract';
import { foresee } from '@guanhu/shared/payouts/outlook.rules';
import { Injectable } from '@nestjs/common';
import { Access, Places } from '../access/access.public.ts';
import { Appraisals } from '../appraisal/appraisal.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { BudgetLines } from './budget-lines.ts';
import { readBalances } from './ledger.store.ts';
import { MerchantAccounts } from './merchant-accounts.ts';
import { approvedFen, paidByMonth } from './outlook.store.ts';

/** What finance is told of the year's money. */
@Injectable()
export class Finance {
  readonly #database: Database;
  readonly #access: Access;
  readonly #places: Places;
  readonly #appraisals: Appraisals;
  readonly #merchants: MerchantAccounts;
  readonly #lines: BudgetLines;
  readonly #clock: Clock;

  constructor(
    database: Database,
    access: Access,
    places: Places,
    appraisals: Appraisals,
    merchants: MerchantAccounts,
    lines: BudgetLines,
    clock: Clock,
  ) {
    this.#database = database;
    this.#access = access;
    this.#places = places;
    this.#appraisals = appraisals;
    this.#merchants = merchants;
    this.#lines = lines;
    this.#clock = clock;
  }

  async outlook(actor: Actor): Promise<Outlook> {
    const reader = this.#database.county(actor.countyId);
    const { areas } = this.#access.scope(actor, 'fund:read');
    if (areas.length === 0) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const year = Number(this.#clock.today().slice(0, 4));
    const newYear = (of: number) => startOf(calendarDate(`${String(of)}-01-01`));
    const names = new Map((await this.#places.areas(reader)).rows.map(area => [area.areaId, area.name]));
    const paid = await paidByMonth(reader, areas, newYear(year), newYear(year + 1));
    let availableFen = 0;
    for (const { officeId } of await this.#merchants.officesIn(reader, areas)) {
      const balances = await readBalances(reader, officeId);
      for (const line of await this.#lines.of(reader, officeId))
        if (line.purpose === 'reward') availableFen += balances.get(line.id)?.available ?? 0;
    }
    const ahead = {
      availableFen,
      approvedFen: await approvedFen(reader, areas),
      expectedFen: await this.#appraisals.fullFenAhead(reader, areas, calendarDate(`${String(year)}-12-31`)),
    };
    return {
      year,
      paid: paid.map(row => ({ townshipName: names.get(row.township_id) ?? '', month: row.month, payments: row.payments, fen: row.fen })),
      ...ahead,
      ...foresee(ahead),
    };
  }
}
