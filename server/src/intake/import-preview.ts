import type { ImportPreview } from '@guanhu/shared/intake/intake.contract';
import type { ImportPlan, ImportRow } from '@guanhu/shared/intake/import.terms';
import { Injectable } from '@nestjs/common';
import type { Reader } from '../platform/database/database.ts';
import { GatherImportFacts } from './import-facts.ts';
import type { ImportRun } from './import.store.ts';
import { Workbooks } from './workbooks.ts';

const VERDICTS = ['create', 'unchanged', 'change', 'needsConfirmation', 'refused'] as const;

/** Plans an upload against what the county knows now. */
@Injectable()
export class PlanImport {
  readonly #facts: GatherImportFacts;
  readonly #workbooks: Workbooks;

  constructor(facts: GatherImportFacts, workbooks: Workbooks) {
    this.#facts = facts;
    this.#workbooks = workbooks;
  }

  async run(reader: Reader, { townshipId, content }: ImportRun): Promise<ImportPlan> {
    const { list, answers } = content;
    const facts = await this.#facts.run(reader, townshipId, list);
    return this.#workbooks.plan(list.rows, facts, answers, await this.#facts.keys(reader));
  }

  /** The plan as the official sees it. */
  async show(reader: Reader, run: ImportRun): Promise<ImportPreview> {
    const plan = await this.run(reader, run);
    const written = new Map<string, ImportRow>(run.content.list.rows.map(row => [row.key, row]));
    return {
      importId: run.id,
      state: run.state,
      fileName: run.fileName,
      madeAt: run.madeAt.toISOString(),
      version: run.version,
      rows: plan.rows.map(({ key, part, place, verdict, reasons, waitsFor, lead }) => ({
        key,
        part,
        sheet: place.sheet,
        row: place.row,
        patient: written.get(key)?.patient.written ?? '',
        village: written.get(key)?.village.written ?? '',
        verdict,
        reasons: [...reasons],
        waitsFor: [...waitsFor],
        lead,
      })),
      mismatches: plan.mismatches.map(({ rows, options, ...rest }) => ({ ...rest, rows: [...rows], options: [...options] })),
      problems: [...run.content.list.problems],
      counts: Object.fromEntries(
        VERDICTS.map(verdict => [verdict, plan.rows.filter(row => row.verdict === verdict).length]),
      ) as ImportPreview['counts'],
    };
  }
}
