import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { CountyId } from '@guanhu/shared/kernel/ids';
import { DIFFERENCES, differenceOf, type TheirBill } from '@guanhu/shared/payouts/reconciliation.rules';
import type { ReconciliationShown } from '@guanhu/shared/payouts/reconciliation.contract';
import { Inject, Injectable } from '@nestjs/common';
import { Access, People } from '../access/access.public.ts';
import { Agreements } from '../agreements/agreements.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type CountyDatabase } from '../platform/database/database.ts';
import type { Log } from '../platform/log/log.ts';
import { LOG } from '../platform/platform.module.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { ForgottenBills } from './forgotten-bills.ts';
import * as store from './reconciliation.store.ts';
import { SettleBills } from './settle-bills.ts';

const PAGE = 200;
/** Final bills are compared for so many days. */
const DAYS = 2;

/**
 * Every day: our bills beside the ledger beside the platform. What the platform knows better is taken over by the one way that bills move
 * on; what nobody may decide by software is written down with what to do next.
 */
@Injectable()
export class ReconcileDay {
  readonly #database: Database;
  readonly #access: Access;
  readonly #people: People;
  readonly #agreements: Agreements;
  readonly #forgotten: ForgottenBills;
  readonly #settle: SettleBills;
  readonly #outbox: Outbox;
  readonly #audit: Audit;
  readonly #clock: Clock;
  readonly #log: Log;

  constructor(
    database: Database,
    access: Access,
    people: People,
    agreements: Agreements,
    forgotten: ForgottenBills,
    settle: SettleBills,
    outbox: Outbox,
    audit: Audit,
    clock: Clock,
    @Inject(LOG) log: Log,
  ) {
    this.#database = database;
    this.#access = access;
    this.#people = people;
    this.#agreements = agreements;
    this.#forgotten = forgotten;
    this.#settle = settle;
    this.#outbox = outbox;
    this.#audit = audit;
    this.#clock = clock;
    this.#log = log;
  }

  /** Once a day, by whichever worker; and anew when the rows are other ones, because a backup was put in their place that day. */
  promise(countyId: CountyId): Promise<void> {
    const day = this.#clock.today();
    return this.#database.county(countyId).inTransaction(async tx => {
      const key = `${day}:${await store.servedRows(tx)}`;
      await this.#outbox.put(tx, { kind: 'reconcile-day', key, payload: { day } });
    });
  }

  async run(countyId: CountyId): Promise<void> {
    const county = this.#database.county(countyId);
    const found = await this.#forgottenOnes(county);
    let [compared, agreed] = [0, 0];
    for (let after: string | null = null; ;) {
      const page: store.ComparedBill[] = await store.billsToCompare(county, DAYS, after, PAGE);
      for (const bill of page) {
        const theirs = await this.#ask(county, bill);
        const kind = differenceOf(
          { state: bill.state, amountFen: bill.amount_fen, isForgotten: bill.is_forgotten, posted: bill.posted },
          theirs,
        );
        compared += 1;
        if (kind === null) agreed += 1;
        else found.push({ entitlementId: bill.entitlement_id, kind, ourState: bill.state, platformState: wordOf(theirs) });
      }
      if (page.length < PAGE) break;
      after = page.at(-1)?.out_bill_no ?? null;
    }
    if (found.length > 0) this.#log.error({ differences: found.length }, 'bills, ledger and platform do not agree');
    await county.inTransaction(tx => store.storeReconciliation(tx, { day: this.#clock.today(), compared, agreed, found }));
  }

  async read(actor: Actor): Promise<ReconciliationShown> {
    const reader = this.#database.county(actor.countyId);
    const { areas } = this.#access.scope(actor, 'fund:read');
    if (areas.length === 0) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const last = await store.lastReconciliation(reader);
    const differences = await store.openDifferences(reader, areas);
    const people = await this.#people.contacts(
      reader,
      differences.map(row => row.guardian_id),
    );
    const agreements = await this.#agreements.byIds(
      reader,
      differences.map(row => row.agreement_id),
    );
    await this.#audit.read(reader, {
      actor,
      what: 'payouts:reconciliation',
      patientIds: [...new Set(differences.map(row => row.patient_id))],
    });
    return {
      last: last ? { day: last.on_day, compared: last.compared, agreed: last.agreed, at: last.at.toISOString() } : null,
      differences: differences.map(row => ({
        entitlementId: row.entitlement_id,
        guardianName: people.get(row.guardian_id)?.name ?? '',
        agreementNumber: agreements.get(row.agreement_id)?.number ?? '',
        amountFen: row.amount_fen,
        batchId: row.batch_id,
        label: DIFFERENCES[row.kind].label,
        next: DIFFERENCES[row.kind].next,
        ourState: row.our_state,
        platformState: row.platform_state,
        since: row.at.toISOString(),
      })),
    };
  }

  async #ask(county: CountyDatabase, bill: store.ComparedBill): Promise<TheirBill> {
    if (bill.merchant_account_id === null || bill.is_forgotten) return 'not-asked';
    const said = await this.#forgotten.ask(bill.merchant_account_id, bill.out_bill_no);
    if (typeof said === 'string') return said;
    await this.#settle.tell(county.countyId, said.heard);
    return { state: said.heard.stateWord, amountFen: said.heard.amountFen };
  }

  /**
   * Numbers that we would use next and the platform knows already: after a restored backup. What may be claimed gets its bill back and goes
   * on from there; what failed here, or stands in a list, and was paid there is left to people, and nobody can try it once more meanwhile.
   */
  async #forgottenOnes(county: CountyDatabase): Promise<store.Found[]> {
    const found: store.Found[] = [];
    for (let after: string | null = null; ;) {
      const page: store.Unbilled[] = await store.withoutBill(county, after, PAGE);
      for (const row of page) {
        const said = await this.#forgotten.find(county, row);
        if (said.answer === 'known')
          found.push({ entitlementId: row.id, kind: 'paidElsewhere', ourState: row.state, platformState: said.stateWord });
      }
      if (page.length < PAGE) return found;
      after = page.at(-1)?.id ?? null;
    }
  }
}

const wordOf = (theirs: TheirBill): string | null => (typeof theirs === 'string' ? null : theirs.state);
