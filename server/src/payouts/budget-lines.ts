import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { decidePaying, lineToPay } from '@guanhu/shared/payouts/budget.rules';
import type { BudgetPurpose } from '@guanhu/shared/payouts/budget.terms';
import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { insertLine, linesOfOffice, type LineRow } from './budget-line.store.ts';
import { readBalances } from './ledger.store.ts';

/** What an office that keeps no lines has: one of the reward for each year. */
export const GENERAL = { code: '00', name: '以奖代补资金', purpose: 'reward' } as const;

const yearOf = (day: CalendarDate): number => Number(day.slice(0, 4));

/** Under which line of the budget money is received and spent. */
@Injectable()
export class BudgetLines {
  of(reader: Reader, officeId: Id): Promise<LineRow[]> {
    return linesOfOffice(reader, officeId);
  }

  /** The line that was named, or the office's general line of the day's year, opened when first needed. @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async toReceive(tx: Tx, officeId: Id, lineId: Id | undefined, day: CalendarDate): Promise<Id> {
    const lines = await linesOfOffice(tx, officeId);
    if (lineId !== undefined) return named(lines, lineId).id;
    return lines.find(line => line.year === yearOf(day) && line.code === GENERAL.code)?.id ?? this.#general(tx, officeId, day);
  }

  /**
   * The line of the reward that was named, or the one of the day's year that holds most; in the first days of a year, before it has money, the
   * one of an earlier year that holds most. @throws Refusal NOT_FOUND_OR_NO_ACCESS, BUDGET_NOT_OF_REWARD
   */
  async toSpend(tx: Tx, officeId: Id, lineId: Id | undefined, day: CalendarDate): Promise<Id> {
    const lines = await linesOfOffice(tx, officeId);
    if (lineId !== undefined) {
      const line = named(lines, lineId);
      unwrap(decidePaying(line.purpose));
      return line.id;
    }
    const rewards = lines.filter(line => line.purpose === 'reward');
    const balances = await readBalances(tx, officeId);
    const held = (line: LineRow) => balances.get(line.id)?.available ?? 0;
    const most = (some: readonly LineRow[]) => [...some].sort((a, b) => held(b) - held(a))[0];
    const ofYear = rewards.filter(line => line.year === yearOf(day));
    const best = most(ofYear.filter(line => held(line) > 0)) ?? most(rewards.filter(line => held(line) > 0)) ?? ofYear[0];
    return best?.id ?? this.#general(tx, officeId, day);
  }

  /** The line of a purpose that pays an amount on a day. @throws Refusal BUDGET_LINE_MISSING */
  async toSpendOn(tx: Tx, officeId: Id, purpose: BudgetPurpose, amountFen: number, day: CalendarDate): Promise<LineRow> {
    const balances = await readBalances(tx, officeId);
    const lines = (await linesOfOffice(tx, officeId)).filter(line => line.purpose === purpose);
    const holding = lines.map(line => ({ line, year: line.year, availableFen: balances.get(line.id)?.available ?? 0 }));
    const found = lineToPay(holding, amountFen, yearOf(day));
    if (!found) throw new Refusal('BUDGET_LINE_MISSING');
    return found.line;
  }

  async #general(tx: Tx, officeId: Id, day: CalendarDate): Promise<Id> {
    return insertLine(tx, { id: newId(), office_id: officeId, year: yearOf(day), ...GENERAL, planned_fen: 0 });
  }
}

function named(lines: readonly LineRow[], lineId: Id): LineRow {
  const line = lines.find(each => each.id === lineId);
  if (!line) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
  return line;
}
