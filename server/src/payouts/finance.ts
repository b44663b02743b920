import { createHash } from 'node:crypto';
import type { Actor } from '@guanhu/shared/access/access.terms';
import { calendarDate, dayOf, startOf } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import { yuan } from '@guanhu/shared/kernel/fen';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { BatchReport, BatchReportBody, Outlook, PublicNotice } from '@guanhu/shared/payouts/finance.contract';
import { foresee } from '@guanhu/shared/payouts/outlook.rules';
import { BATCH_STEPS, ENTITLEMENT_STATES, PAY_CHANNELS } from '@guanhu/shared/payouts/payouts.terms';
import { Injectable } from '@nestjs/common';
import { Access, Places } from '../access/access.public.ts';
import { Appraisals } from '../appraisal/appraisal.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { writeWorkbook } from '../platform/workbook/write-workbook.ts';
import { readBalances } from './ledger.store.ts';
import { MerchantAccounts } from './merchant-accounts.ts';
import { approvedFen, paidByMonth } from './outlook.store.ts';
import { FileMarks } from './file-marks.ts';
import { ReadPayouts } from './read-payouts.ts';

/** What finance and the public are told of the money. */
@Injectable()
export class Finance {
  readonly #database: Database;
  readonly #access: Access;
  readonly #places: Places;
  readonly #appraisals: Appraisals;
  readonly #merchants: MerchantAccounts;
  readonly #payouts: ReadPayouts;
  readonly #marks: FileMarks;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    access: Access,
    places: Places,
    appraisals: Appraisals,
    merchants: MerchantAccounts,
    payouts: ReadPayouts,
    marks: FileMarks,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#access = access;
    this.#places = places;
    this.#appraisals = appraisals;
    this.#merchants = merchants;
    this.#payouts = payouts;
    this.#marks = marks;
    this.#audit = audit;
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
    for (const { officeId } of await this.#merchants.officesIn(reader, areas))
      for (const line of (await readBalances(reader, officeId)).values()) availableFen += line.available;
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

  async notice(actor: Actor, batchId: Id): Promise<PublicNotice> {
    const { title, townshipName, people, totalFen, entitlements, preparedAt } = await this.#payouts.batch(actor, batchId);
    const shares = new Map<number, number>();
    for (const { amountFen } of entitlements) shares.set(amountFen, (shares.get(amountFen) ?? 0) + 1);
    return {
      title,
      townshipName,
      people,
      totalFen,
      shares: [...shares].sort(([a], [b]) => b - a).map(([amountFen, many]) => ({ amountFen, people: many })),
      on: dayOf(new Date(preparedAt)),
    };
  }

  /** The workbook that finance files: every payment, its end, and who made, checked and released the batch. */
  async report(tx: Tx, actor: Actor, batchId: Id, { stepUpTicket }: BatchReportBody): Promise<BatchReport> {
    const batch = await this.#payouts.batchOf(tx, actor, batchId);
    await this.#marks.approve(tx, actor, stepUpTicket, batchId);
    const head = ['序号', '监护人', '村', '协议编号', '起', '止', '应发（元）', '实发（元）', '渠道', '状态'];
    const rows = batch.entitlements.map((row, n) => [
      n + 1,
      row.guardianName,
      row.villageName,
      row.agreementNumber,
      row.from,
      row.to,
      yuan(row.fullFen),
      yuan(row.amountFen),
      PAY_CHANNELS[row.channel],
      ENTITLEMENT_STATES[row.state],
    ]);
    const blank = (words: string, ...more: (string | null)[]) => [words, ...more, ...head.slice(1 + more.length).map(() => null)];
    const signatures = batch.steps.map(({ step, by, at }) => blank(BATCH_STEPS[step], by, at, '签名'));
    const title = `${batch.townshipName} ${batch.title} 发放对账表`;
    const content = writeWorkbook(
      {
        name: '对账表',
        cells: [
          [title],
          head,
          ...rows,
          blank('合计', `${String(batch.people)} 人`, `已到账 ${String(batch.paid)} 笔`, yuan(batch.totalFen)),
          ...signatures,
        ],
        merges: [{ top: 0, left: 0, bottom: 0, right: head.length - 1 }],
        headRows: 2,
      },
      await this.#marks.of(tx, actor, batchId),
    );
    await this.#audit.deed(tx, {
      actor,
      act: 'payouts:report-downloaded',
      objectKind: 'batch',
      objectId: batchId,
      facts: { people: batch.people, sha256: createHash('sha256').update(content).digest('hex') },
    });
    return { fileName: `${title}.xlsx`, content: content.toString('base64') };
  }
}
