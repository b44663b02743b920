import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { ExpenditureRef, ExpendituresPage, ExpenditureWordsBody, RecordExpenditureBody } from '@guanhu/shared/payouts/budget.contract';
import { decideCheck, decideSpending, decideTakeBack } from '@guanhu/shared/payouts/budget.rules';
import type { BudgetPurpose, ExpenditureStep } from '@guanhu/shared/payouts/budget.terms';
import { Injectable } from '@nestjs/common';
import { Access, People, Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { AskOffices } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader, type Tx } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { readLine } from './budget-line.store.ts';
import * as store from './expenditure.store.ts';
import { post } from './ledger.store.ts';
import { MerchantAccounts, type PayingOffice } from './merchant-accounts.ts';

type MoneyPermission = 'fund:read' | 'fund:record' | 'expense:check';
type Asked = { readonly purpose?: BudgetPurpose | undefined; readonly after?: Id | undefined; readonly limit: number };

/** Money of other purposes than the reward: finance writes down what was spent with its voucher, and somebody else looks into its use. */
@Injectable()
export class Expenditures {
  readonly #database: Database;
  readonly #access: Access;
  readonly #merchants: MerchantAccounts;
  readonly #people: People;
  readonly #places: Places;
  readonly #ask: AskOffices;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    access: Access,
    merchants: MerchantAccounts,
    people: People,
    places: Places,
    ask: AskOffices,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#access = access;
    this.#merchants = merchants;
    this.#people = people;
    this.#places = places;
    this.#ask = ask;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async list(actor: Actor, { purpose, after, limit }: Asked): Promise<ExpendituresPage> {
    const reader = this.#database.county(actor.countyId);
    const vault = await this.#vaults.of(actor.countyId);
    const offices = await this.#offices(reader, actor, 'fund:read');
    const mine = async (permission: MoneyPermission) =>
      new Set((await this.#offices(reader, actor, permission)).map(each => each.officeId));
    const [records, checks] = [await mine('fund:record'), await mine('expense:check')];
    const names = new Map(offices.map(each => [each.officeId, each.officeName]));
    const rows = await store.readExpenditures(reader, vault, {
      officeIds: [...names.keys()],
      purpose: purpose ?? null,
      before: after ?? null,
      limit: limit + 1,
    });
    const { shown, last } = pageOf(rows, limit);
    const steps = await store.readSteps(
      reader,
      vault,
      shown.map(row => row.id),
    );
    const people = await this.#people.contacts(reader, [...shown.map(row => row.recordedBy), ...steps.map(step => step.personId)]);
    const nameOf = (personId: Id) => people.get(personId)?.name ?? '';
    return {
      rows: shown.map(row => {
        const taken = steps.filter(step => step.expenditureId === row.id);
        const spent = spentOf(row, taken);
        return {
          expenditureId: row.id,
          officeName: names.get(row.officeId) ?? '',
          line: row.line,
          purpose: row.purpose,
          source: spent.source,
          amountFen: row.amountFen,
          paidOn: row.paidOn,
          documentNumber: row.documentNumber,
          words: row.words,
          by: nameOf(row.recordedBy),
          steps: taken.map(({ step, personId, words, at }) => ({ step, by: nameOf(personId), words, at: at.toISOString() })),
          may: {
            takeBack: records.has(row.officeId) && decideTakeBack(spent).granted,
            check: checks.has(row.officeId) && decideCheck(spent, standsFor(actor)).granted,
          },
        };
      }),
      next: last?.id ?? null,
    };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, BUDGET_OF_REWARD, EXPENDITURE_RECORDED, FUNDS_NOT_ENOUGH, INPUT_INVALID */
  async record(tx: Tx, actor: Actor, lineId: Id, { expenditureId: id, ...body }: RecordExpenditureBody): Promise<ExpenditureRef> {
    const line = await readLine(tx, lineId);
    if (!line) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const { areaId } = await this.#require(tx, actor, 'fund:record', line.office_id);
    const purpose = unwrap(decideSpending(line.purpose));
    if (body.paidOn > this.#clock.today()) throw new Refusal('INPUT_INVALID', ['body.paidOn']);
    if (await store.isOnRecord(tx, lineId, body.documentNumber)) throw new Refusal('EXPENDITURE_RECORDED');
    const { amountFen, documentNumber, words } = body;
    const paidOn = calendarDate(body.paidOn);
    const office = { officeId: line.office_id, lineId, purpose };
    const one = { id, ...office, amountFen, paidOn, documentNumber, words, costId: null, recordedBy: actor.personId };
    if (!(await store.insertExpenditure(tx, await this.#vaults.of(tx.countyId), { ...one, now: this.#clock.now() })))
      throw new Refusal('INPUT_INVALID', ['body.expenditureId']);
    await post(tx, { officeId: line.office_id, lineId, kind: 'spend', amountFen, cause: `expenditure:${id}` });
    // Whoever looks into its use is asked to.
    const asked = { key: `expenditure:${id}`, patientId: null, areaPath: await this.#places.pathOf(tx, areaId) };
    await this.#ask.run(tx, { ...asked, permission: 'expense:check', except: standsFor(actor) });
    return this.#done(tx, actor, 'expenditure-recorded', id, amountFen);
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, EXPENDITURE_FIXED */
  async takeBack(tx: Tx, actor: Actor, id: Id, { words }: ExpenditureWordsBody): Promise<ExpenditureRef> {
    const { row, spent } = await this.#locked(tx, actor, 'fund:record', id);
    unwrap(decideTakeBack(spent));
    await this.#step(tx, actor, id, 'takenBack', words);
    const { officeId, lineId, amountFen } = row;
    await post(tx, { officeId, lineId, kind: 'unspend', amountFen, cause: `expenditure-back:${id}` });
    return this.#done(tx, actor, 'expenditure-taken-back', id, amountFen);
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, EXPENDITURE_FIXED, EXPENDITURE_SAME_PERSON */
  async check(tx: Tx, actor: Actor, id: Id, { words }: ExpenditureWordsBody): Promise<ExpenditureRef> {
    const { row, spent } = await this.#locked(tx, actor, 'expense:check', id);
    unwrap(decideCheck(spent, standsFor(actor)));
    await this.#step(tx, actor, id, 'checked', words);
    return this.#done(tx, actor, 'expenditure-checked', id, row.amountFen);
  }

  async #locked(tx: Tx, actor: Actor, permission: MoneyPermission, id: Id) {
    const vault = await this.#vaults.of(tx.countyId);
    const row = await store.lockExpenditure(tx, vault, id);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#require(tx, actor, permission, row.officeId);
    return { row, spent: spentOf(row, await store.readSteps(tx, vault, [id])) };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS unless it is one of the asker's paying offices */
  async #require(tx: Tx, actor: Actor, permission: MoneyPermission, officeId: Id): Promise<PayingOffice> {
    const office = (await this.#offices(tx, actor, permission)).find(each => each.officeId === officeId);
    if (!office) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return office;
  }

  #offices(reader: Reader, actor: Actor, permission: MoneyPermission): Promise<PayingOffice[]> {
    return this.#merchants.officesIn(reader, this.#access.scope(actor, permission).areas);
  }

  async #step(tx: Tx, actor: Actor, expenditureId: Id, step: ExpenditureStep, words: string): Promise<void> {
    const taken = { expenditureId, step, personId: actor.personId, words, at: this.#clock.now() };
    await store.insertStep(tx, await this.#vaults.of(tx.countyId), taken);
  }

  async #done(tx: Tx, actor: Actor, act: string, expenditureId: Id, amountFen: number): Promise<ExpenditureRef> {
    await this.#audit.deed(tx, { actor, act: `payouts:${act}`, objectKind: 'expenditure', objectId: expenditureId, facts: { amountFen } });
    return { expenditureId };
  }
}

const spentOf = ({ costId, recordedBy }: store.ExpenditureRow, steps: readonly store.StepRow[]) =>
  ({ source: costId === null ? 'typed' : 'cost', recordedBy, steps: steps.map(each => each.step) }) as const;
