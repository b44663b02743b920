import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { BudgetLineRef, OpenBudgetLineBody, PlanBudgetLineBody } from '@guanhu/shared/payouts/finance.contract';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import type { Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { insertLine, readLine, storePlan } from './budget-line.store.ts';
import { GENERAL } from './budget-lines.ts';
import { MerchantAccounts } from './merchant-accounts.ts';

/** Finance keeps the lines of its budget: what a year foresees under each. Money is only what was received, whatever was planned. */
@Injectable()
export class PlanBudgetLine {
  readonly #access: Access;
  readonly #merchants: MerchantAccounts;
  readonly #audit: Audit;

  constructor(access: Access, merchants: MerchantAccounts, audit: Audit) {
    this.#access = access;
    this.#merchants = merchants;
    this.#audit = audit;
  }

  async open(
    tx: Tx,
    actor: Actor,
    { officeId, year, code, name, purpose = 'reward', plannedFen }: OpenBudgetLineBody,
  ): Promise<BudgetLineRef> {
    await this.#requireOffice(tx, actor, officeId);
    // Reserved for the line that an office is given by itself.
    if (code === GENERAL.code && purpose !== GENERAL.purpose) throw new Refusal('BUDGET_LINE_EXISTS');
    const id = newId();
    const kept = await insertLine(tx, { id, office_id: officeId, year, code, name, purpose, planned_fen: plannedFen });
    if (kept !== id) throw new Refusal('BUDGET_LINE_EXISTS');
    await this.#record(tx, actor, 'payouts:budget-line-opened', id, { year, purpose, plannedFen });
    return { id };
  }

  async plan(tx: Tx, actor: Actor, lineId: Id, { plannedFen, was }: PlanBudgetLineBody): Promise<BudgetLineRef> {
    const line = await readLine(tx, lineId);
    if (!line) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#requireOffice(tx, actor, line.office_id);
    await storePlan(tx, lineId, was, plannedFen);
    await this.#record(tx, actor, 'payouts:budget-line-planned', lineId, { wasFen: was, plannedFen });
    return { id: lineId };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS unless it is one of the asker's paying offices */
  async #requireOffice(tx: Tx, actor: Actor, officeId: Id): Promise<void> {
    const offices = await this.#merchants.officesIn(tx, this.#access.scope(actor, 'fund:record').areas);
    if (!offices.some(each => each.officeId === officeId)) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
  }

  #record(tx: Tx, actor: Actor, act: string, objectId: Id, facts: Readonly<Record<string, number | string>>): Promise<void> {
    return this.#audit.deed(tx, { actor, act, objectKind: 'budget-line', objectId, facts });
  }
}
