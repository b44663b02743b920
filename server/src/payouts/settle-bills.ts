import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import { isFinalBill, nextBillState, type BillState } from '@guanhu/shared/payouts/bill-life.rules';
import { movePayout } from '@guanhu/shared/payouts/payout-life.rules';
import { unwrap } from '@guanhu/shared/kernel/decision';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { readBatches, type BatchRow } from './batch.store.ts';
import * as bills from './bill.store.ts';
import { lockEntitlements, storeEntitlements, type EntitlementRow } from './entitlement.store.ts';
import { postMany } from './ledger.store.ts';

/** What the platform provably said of a bill: an answer to a creation or a query, or a verified callback. */
export type Heard = {
  readonly outBillNo: string;
  /** Null where a list was answered. */
  readonly merchantAccountId: Id | null;
  readonly stateWord: string;
  /** The platform's own; empty where nobody has told it. */
  readonly transferBillNo: string;
  /** Absent where the platform does not repeat it. */
  readonly amountFen?: number;
  readonly packageInfo?: string;
  readonly failReason?: string;
};

/** What became of it: where the bill stands now, or why the word changes nothing. */
export type Told =
  | { readonly outcome: 'heard'; readonly state: BillState; readonly packageInfo: string | null }
  | { readonly outcome: 'unknown-bill' | 'mismatch' };

/** Words that are written down in one transaction. */
const AT_ONCE = 64;

type Waiting = { readonly heard: Heard; readonly resolve: (told: Told) => void; readonly reject: (error: unknown) => void };
type Ended = {
  readonly entitlement: EntitlementRow;
  readonly bill: bills.BillKnown;
  readonly batch: BatchRow;
  readonly failReason: string | null;
};

/**
 * The one place where bills move on, and with them entitlements and the ledger, whoever brought the word and however often. A word about
 * another amount or merchant changes nothing. Words that come while others are being written down are written down together.
 */
@Injectable()
export class SettleBills {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #outbox: Outbox;
  readonly #clock: Clock;
  readonly #waiting = new Map<CountyId, Waiting[]>();

  constructor(database: Database, vaults: Vaults, audit: Audit, outbox: Outbox, clock: Clock) {
    this.#database = database;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#outbox = outbox;
    this.#clock = clock;
  }

  /** Resolves when the word has been committed. */
  tell(countyId: CountyId, heard: Heard): Promise<Told> {
    return new Promise((resolve, reject) => {
      const one = { heard, resolve, reject };
      const waiting = this.#waiting.get(countyId);
      if (waiting) {
        waiting.push(one);
        return;
      }
      this.#waiting.set(countyId, [one]);
      void this.#write(countyId);
    });
  }

  async #write(countyId: CountyId): Promise<void> {
    const waiting = this.#waiting.get(countyId) ?? [];
    while (waiting.length > 0) await this.#together(countyId, waiting.splice(0, AT_ONCE));
    this.#waiting.delete(countyId);
  }

  /** What goes wrong with several is tried one by one, so that none suffers for another. */
  async #together(countyId: CountyId, some: readonly Waiting[]): Promise<void> {
    try {
      const told = await this.#database.county(countyId).inTransaction(tx =>
        this.run(
          tx,
          some.map(one => one.heard),
        ),
      );
      some.forEach((one, n) => {
        one.resolve(told[n] ?? { outcome: 'unknown-bill' });
      });
    } catch (error) {
      if (some.length === 1) some[0]?.reject(error);
      else for (const one of some) await this.#together(countyId, [one]);
    }
  }

  /** @returns what became of each word, in their order */
  async run(tx: Tx, words: readonly Heard[]): Promise<Told[]> {
    const vault = await this.#vaults.of(tx.countyId);
    const numbers = [...new Set(words.map(word => word.outBillNo))];
    // Where nothing ends, only the bills move: they are locked at once.
    const mayEnd = words.some(word => isFinalWord(word.stateWord));
    const found = new Map((await (mayEnd ? bills.readKnown : bills.lockNumbers)(tx, numbers)).map(row => [row.outBillNo, row]));
    const judged = words.map(heard => ({ heard, outcome: judge(heard, found.get(heard.outBillNo)) }));
    const meant = [...new Set(judged.flatMap(({ heard, outcome }) => (outcome === 'heard' ? (found.get(heard.outBillNo) ?? []) : [])))];
    // Entitlement before bill, as in a claim: one order of locks everywhere.
    const ending = meant.filter(bill => words.some(word => word.outBillNo === bill.outBillNo && isFinalWord(word.stateWord)));
    const entitlements = new Map((await lockEntitlementsOf(tx, ending)).map(row => [row.id, row]));
    const locked = mayEnd
      ? await bills.lockKnown(
          tx,
          meant.map(bill => bill.id),
        )
      : meant;
    const now = new Map(locked.map(bill => [bill.outBillNo, this.#follow(bill, judged)]));
    const moved = [...now.values()].filter(each => each.isNews);
    await bills.storeHeard(tx, vault, moved);
    await this.#end(
      tx,
      moved.filter(each => each.isFinal),
      entitlements,
    );
    return judged.map(({ heard, outcome }) => {
      const after = now.get(heard.outBillNo);
      if (outcome !== 'heard' || !after) return { outcome: outcome === 'heard' ? 'unknown-bill' : outcome };
      return { outcome, state: after.state, packageInfo: after.packageInfo ?? bills.openPackage(vault, after.bill) };
    });
  }

  /** Where all that was said of a locked bill leads. */
  #follow(bill: bills.BillKnown, judged: readonly { heard: Heard; outcome: Told['outcome'] }[]) {
    const said = judged.flatMap(({ heard, outcome }) => (outcome === 'heard' && heard.outBillNo === bill.outBillNo ? [heard] : []));
    let { state } = bill;
    let ended: Heard | undefined;
    for (const heard of said) {
      const next = nextBillState(state, heard.stateWord);
      if (isFinalBill(next) && !isFinalBill(state)) ended = heard;
      state = next;
    }
    return {
      bill,
      state,
      isNews: !isFinalBill(bill.state) && said.length > 0,
      isFinal: ended !== undefined,
      transferBillNo: said[0]?.transferBillNo ?? '',
      packageInfo: said.find(heard => heard.packageInfo !== undefined)?.packageInfo ?? null,
      failReason: (ended ?? said.at(-1))?.failReason ?? null,
    };
  }

  async #end(
    tx: Tx,
    ends: readonly { bill: bills.BillKnown; state: BillState; failReason: string | null }[],
    entitlements: ReadonlyMap<Id, EntitlementRow>,
  ): Promise<void> {
    if (ends.length === 0) return;
    const rows = ends.map(({ bill, state, failReason }) => {
      const entitlement = entitlements.get(bill.entitlementId);
      if (!entitlement) throw new Error('a bill without its entitlement');
      return { bill, entitlement, failReason: state === 'SUCCESS' ? null : (failReason ?? state) };
    });
    const batches = new Map(
      (await readBatches(tx, [...new Set(rows.flatMap(row => row.entitlement.batch_id ?? []))])).map(row => [row.id, row]),
    );
    const ended = rows.map((row): Ended => {
      const batch = batches.get(row.entitlement.batch_id ?? '');
      if (!batch) throw new Error('a transfer outside a batch');
      return { ...row, batch };
    });
    const paidAt = this.#clock.now();
    await storeEntitlements(
      tx,
      ended.map(({ entitlement: row, failReason }) => ({
        row,
        state: unwrap(movePayout(row.state, failReason === null ? 'platformSucceeded' : 'platformFailed')),
        failReason,
        paidAt: failReason === null ? paidAt : null,
      })),
    );
    await postMany(
      tx,
      ended.map(({ entitlement, bill, batch, failReason }) => ({
        officeId: batch.office_id,
        lineId: batch.line_id,
        kind: kindOf(failReason),
        amountFen: bill.amountFen,
        cause: `${kindOf(failReason)}:${eventOf(bill)}`,
        batchId: batch.id,
        entitlementId: entitlement.id,
      })),
    );
    await this.#audit.deeds(
      tx,
      ended.map(({ entitlement, bill, failReason }) => ({
        actor: 'system',
        act: `payouts:${kindOf(failReason)}`,
        objectKind: 'entitlement',
        objectId: entitlement.id,
        patientId: entitlement.patient_id,
        facts: { attempt: bill.attempt, failReason },
      })),
    );
    await this.#outbox.putMany(tx, promisesOf(ended));
  }
}

const lockEntitlementsOf = (tx: Tx, ending: readonly bills.BillKnown[]): Promise<EntitlementRow[]> =>
  ending.length === 0
    ? Promise.resolve([])
    : lockEntitlements(
        tx,
        ending.map(bill => bill.entitlementId),
      );

const judge = (heard: Heard, known: bills.BillKnown | undefined): Told['outcome'] => {
  if (!known) return 'unknown-bill';
  if (known.merchantAccountId !== heard.merchantAccountId) return 'mismatch';
  return heard.amountFen !== undefined && heard.amountFen !== known.amountFen ? 'mismatch' : 'heard';
};

const isFinalWord = (word: string): boolean => isFinalBill(nextBillState('prepared', word));
const kindOf = (failReason: string | null) => (failReason === null ? 'paid' : 'failed');
const eventOf = (bill: Pick<bills.BillKnown, 'entitlementId' | 'attempt'>): string => `${bill.entitlementId}:${String(bill.attempt)}`;

/** Each guardian's matters are told one by one; a batch is looked at once for all of them. */
const promisesOf = (ended: readonly Ended[]) => [
  ...ended.map(({ entitlement, bill, failReason }) => ({
    kind: failReason === null ? 'entitlement-paid' : 'entitlement-failed',
    key: eventOf(bill),
    payload: { entitlementId: entitlement.id, guardianId: entitlement.guardian_id, patientId: entitlement.patient_id },
  })),
  ...[...new Map(ended.map(each => [each.batch.id, each.bill])).entries()].map(([batchId, bill]) => ({
    kind: 'batch-settled',
    key: eventOf(bill),
    payload: { batchId },
  })),
];
