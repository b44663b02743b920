import type { Actor } from '@guanhu/shared/access/access.terms';
import { dayOf } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { SEXES } from '@guanhu/shared/registry/registry.terms';
import { formOf } from '@guanhu/shared/screening/clue-form.rules';
import { WHEREABOUTS } from '@guanhu/shared/screening/clue.terms';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { writeWorkbook } from '../platform/workbook/write-workbook.ts';
import { readClues, type ClueRow } from './clue.store.ts';

const HEAD = ['序号', '村（社区）', '姓名', '性别', '出生日期', '证件后四位', '现在何处', '排查对象', '收到线索', '水印'] as const;
/** More than a township ever has. */
const MOST = 5_000;

/** The persons of a township whom a psychiatrist still has to see, for the county's offices. Whoever hands it out asks whether they may. */
@Injectable()
export class WriteDiagnosisList {
  readonly #vaults: Vaults;
  readonly #audit: Audit;

  constructor(vaults: Vaults, audit: Audit) {
    this.#vaults = vaults;
    this.#audit = audit;
  }

  /** The mark stands above the list, below it and in every row. That somebody was on it is noted with each clue. */
  async run(tx: Tx, townshipId: Id, mark: string, actor: Actor): Promise<{ workbook: Buffer; patientIds: Id[] }> {
    const asked = {
      areas: [townshipId],
      state: 'toReview',
      whereabouts: null,
      group: null,
      reportedBy: null,
      before: null,
      limit: MOST,
    } as const;
    const clues = await readClues(tx, await this.#vaults.of(tx.countyId), asked);
    await this.#audit.deeds(
      tx,
      clues.map(({ id }) => ({ actor, act: 'screening:clue-exported', objectKind: 'clue', objectId: id })),
    );
    const wide = (text: string) => [text, ...HEAD.slice(1).map(() => null)];
    const lines = clues.map((clue, at) => [at + 1, ...cellsOf(clue), mark]);
    const cells = [wide(mark), [...HEAD], ...lines, wide(mark)];
    const merge = (at: number) => ({ top: at, left: 0, bottom: at, right: HEAD.length - 1 });
    const workbook = writeWorkbook({ name: '待诊断', cells, merges: [merge(0), merge(cells.length - 1)], headRows: 2 }, mark);
    return { workbook, patientIds: [] };
  }
}

function cellsOf({ areaName, told, whereabouts, form, group, reportedAt }: ClueRow): string[] {
  const person = told?.person;
  return [
    areaName,
    person?.name ?? '',
    person?.sex === undefined ? '' : SEXES[person.sex],
    person?.born ?? '',
    person?.idNumber?.slice(-4) ?? '',
    WHEREABOUTS[whereabouts],
    group === null ? '' : (formOf(form)?.groups[group] ?? ''),
    dayOf(reportedAt),
  ];
}
