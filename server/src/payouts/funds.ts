import type { Actor } from '@guanhu/shared/access/access.terms';
import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import { balancesTogether, NO_MONEY } from '@guanhu/shared/payouts/ledger.rules';
import type { Fund, Funds as FundsAnswer, RecordAppropriationBody } from '@guanhu/shared/payouts/payouts.contract';
import { Injectable } from '@nestjs/common';
import { Access, People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Reader, type Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { BudgetLines } from './budget-lines.ts';
import { insertAppropriation, ledgerAgrees, post, readAppropriations, readBalances } from './ledger.store.ts';
import { MerchantAccounts, type PayingOffice } from './merchant-accounts.ts';

/** The money of the paying offices: what finance handed over (拨付), and where every fen of it stands. */
@Injectable()
export class Funds {
  readonly #database: Database;
  readonly #access: Access;
  readonly #merchants: MerchantAccounts;
  readonly #lines: BudgetLines;
  readonly #people: People;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    access: Access,
    merchants: MerchantAccounts,
    lines: BudgetLines,
    people: People,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#access = access;
    this.#merchants = merchants;
    this.#lines = lines;
    this.#people = people;
    this.#audit = audit;
    this.#clock = clock;
  }

  async read(actor: Actor): Promise<FundsAnswer> {
    const reader = this.#database.county(actor.countyId);
    const offices = await this.#merchants.officesIn(reader, this.#access.scope(actor, 'fund:read').areas);
    const funds: Fund[] = [];
    for (const office of offices) funds.push(await this.#fund(reader, office));
    return { offices: funds };
  }

  /** @throws Refusal APPROPRIATION_RECORDED when the office has recorded this document before. */
  async record(tx: Tx, actor: Actor, body: RecordAppropriationBody): Promise<Fund> {
    const offices = await this.#merchants.officesIn(tx, this.#access.scope(actor, 'fund:record').areas);
    const office = offices.find(each => each.officeId === body.officeId);
    if (!office) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    if (body.receivedOn > this.#clock.today()) throw new Refusal('INPUT_INVALID', ['body.receivedOn']);
    const id = newId();
    const lineId = await this.#lines.toReceive(tx, office.officeId, body.lineId, calendarDate(body.receivedOn));
    if (!(await insertAppropriation(tx, { id, ...body, lineId, personId: actor.personId, now: this.#clock.now() }))) {
      throw new Refusal('APPROPRIATION_RECORDED');
    }
    await post(tx, { officeId: office.officeId, lineId, kind: 'appropriation', amountFen: body.amountFen, cause: `appropriation:${id}` });
    await this.#audit.deed(tx, {
      actor,
      act: 'payouts:appropriation-recorded',
      objectKind: 'appropriation',
      objectId: id,
      facts: { amountFen: body.amountFen },
    });
    return this.#fund(tx, office);
  }

  async #fund(reader: Reader, { officeId, officeName, merchantAccountId }: PayingOffice): Promise<Fund> {
    const rows = await readAppropriations(reader, officeId);
    const people = await this.#people.contacts(
      reader,
      rows.map(row => row.recorded_by),
    );
    const balances = await readBalances(reader, officeId);
    const lines = await this.#lines.of(reader, officeId);
    return {
      officeId,
      officeName,
      balances: balancesTogether(lines.filter(line => line.purpose === 'reward').map(({ id }) => balances.get(id) ?? NO_MONEY)),
      lines: lines.map(({ id, year, code, name, purpose, planned_fen }) => ({
        id,
        year,
        code,
        name,
        purpose,
        plannedFen: planned_fen,
        balances: balances.get(id) ?? NO_MONEY,
      })),
      paused: (await this.#merchants.paused()).has(merchantAccountId),
      agrees: await ledgerAgrees(reader, officeId),
      appropriations: rows.map(row => ({
        lineId: row.line_id,
        amountFen: row.amount_fen,
        receivedOn: calendarDate(row.received_on),
        documentNumber: row.document_number,
        by: people.get(row.recorded_by)?.name ?? '',
        at: row.at.toISOString(),
      })),
    };
  }
}
