import type { Actor } from '@guanhu/shared/access/access.terms';
import { dayOf } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { receiptItems } from '@guanhu/shared/relief/escort.rules';
import { ESCORT_REASONS } from '@guanhu/shared/relief/escort.terms';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Database } from '../platform/database/database.ts';
import type { FileToSave } from '../platform/http/send-file.ts';
import type { PrintDocument, PrintedSignature } from '../platform/print/print-document.ts';
import { Printer } from '../platform/print/printer.ts';
import { Patients } from '../registry/registry.public.ts';
import type { EscortRow } from './escort.store.ts';
import { Escorts } from './escorts.ts';

/** The receipt of a handover on A4: what was written down then, with room for both sides to sign. */
@Injectable()
export class PrintEscortReceipt {
  readonly #database: Database;
  readonly #escorts: Escorts;
  readonly #patients: Patients;
  readonly #people: People;
  readonly #printer: Printer;
  readonly #audit: Audit;

  constructor(database: Database, escorts: Escorts, patients: Patients, people: People, printer: Printer, audit: Audit) {
    this.#database = database;
    this.#escorts = escorts;
    this.#patients = patients;
    this.#people = people;
    this.#printer = printer;
    this.#audit = audit;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, ESCORT_MOVE_NOT_ALLOWED before the handover, SERVER_BUSY when too many wait for the printer */
  async run(actor: Actor, escortId: Id): Promise<FileToSave> {
    const county = this.#database.county(actor.countyId);
    const row = await this.#escorts.require(county, actor, 'escort:read', escortId);
    const names = await this.#patients.names(county, [row.patientId]);
    const people = await this.#people.contacts(county, row.handedOverBy === null ? [] : [row.handedOverBy]);
    const document = receiptDocument(row, names.get(row.patientId) ?? '', people.get(row.handedOverBy ?? '')?.name ?? '');
    await this.#audit.read(county, { actor, what: 'escorts:receipt', patientIds: [row.patientId] });
    return { bytes: (await this.#printer.print(document)).pdf, type: 'application/pdf', fileName: `escort-receipt-${escortId}.pdf` };
  }
}

/** @throws Refusal ESCORT_MOVE_NOT_ALLOWED before the handover */
function receiptDocument({ id, reason, plan, receipt, handedOverAt }: EscortRow, patientName: string, by: string): PrintDocument {
  if (!receipt || !handedOverAt) throw new Refusal('ESCORT_MOVE_NOT_ALLOWED');
  const line = (name: string, value: string) => [name, value] as const;
  const facts = [
    line('被护送人', patientName),
    line('事由', ESCORT_REASONS[reason]),
    line('从哪里', plan.from),
    line('送到哪里', plan.to),
    line('护送人', plan.escorts),
    line('接收单位', receipt.unit),
    line('接收人', `${receipt.receiver}，${receipt.phone}`),
    line('交接时的情况', receipt.condition),
  ];
  const side = (heading: string, who: string): PrintedSignature => ({ heading, lines: [who, '签字：', '日期：'], ink: null });
  return {
    title: '护送交接回执',
    number: `交接日期：${dayOf(handedOverAt)}`,
    blocks: [
      {
        kind: 'table',
        columns: [
          { head: '事项', share: 1 },
          { head: '内容', share: 3 },
        ],
        rows: facts,
      },
      {
        kind: 'table',
        columns: [
          { head: '随同移交', share: 3 },
          { head: '是否移交', share: 1 },
        ],
        rows: receiptItems(receipt.items),
      },
      { kind: 'paragraph', text: '一式两份，护送方和接收方各留一份。接收方从交接时起负责照护。' },
      { kind: 'signatures', sides: [side('护送方', by), side('接收方', receipt.unit)] },
    ],
    footer: [`编号：${id}`],
    at: handedOverAt,
  };
}
