import { createHash } from 'node:crypto';
import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { BatchReport, BatchReportBody } from '@guanhu/shared/payouts/finance.contract';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { Printer } from '../platform/print/printer.ts';
import { FileMarks } from './file-marks.ts';
import { ReadPayouts } from './read-payouts.ts';
import { reportDocument, reportTitle, reportWorkbook } from './report-pages.ts';

/** The report that finance files: every payment, its end, and who made, checked and released the batch. */
@Injectable()
export class ReportBatch {
  readonly #payouts: ReadPayouts;
  readonly #marks: FileMarks;
  readonly #printer: Printer;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(payouts: ReadPayouts, marks: FileMarks, printer: Printer, audit: Audit, clock: Clock) {
    this.#payouts = payouts;
    this.#marks = marks;
    this.#printer = printer;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** The approval is spent only when there is a file. @throws Refusal STEP_UP_NEEDED, SERVER_BUSY */
  async run(tx: Tx, actor: Actor, batchId: Id, { as, stepUpTicket }: BatchReportBody): Promise<BatchReport> {
    const batch = await this.#payouts.batchOf(tx, actor, batchId);
    await this.#marks.approve(tx, actor, stepUpTicket, batchId);
    const mark = await this.#marks.of(tx, actor, batchId);
    const content =
      as === 'pdf' ? (await this.#printer.print(reportDocument(batch, mark, this.#clock.today()))).pdf : reportWorkbook(batch, mark);
    await this.#audit.deed(tx, {
      actor,
      act: 'payouts:report-downloaded',
      objectKind: 'batch',
      objectId: batchId,
      facts: { as, people: batch.people, sha256: createHash('sha256').update(content).digest('hex') },
    });
    return { fileName: `${reportTitle(batch)}.${as === 'pdf' ? 'pdf' : 'xlsx'}`, content: content.toString('base64') };
  }
}
