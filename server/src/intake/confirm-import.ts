import type { Actor } from '@guanhu/shared/access/access.terms';
import type { ConfirmBody, ImportResult } from '@guanhu/shared/intake/intake.contract';
import { writesFor } from '@guanhu/shared/intake/import-plan.rules';
import type { ImportPlan } from '@guanhu/shared/intake/import.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { markConfirmed } from './import.store.ts';
import { PlanImport } from './import-preview.ts';
import { LookAtImports } from './look-at-imports.ts';
import { RecordWrites } from './record-writes.ts';

/** Writes the rows a person confirmed, all of them or none. */
@Injectable()
export class ConfirmImport {
  readonly #imports: LookAtImports;
  readonly #plan: PlanImport;
  readonly #record: RecordWrites;
  readonly #audit: Audit;
  readonly #outbox: Outbox;
  readonly #clock: Clock;

  constructor(imports: LookAtImports, plan: PlanImport, record: RecordWrites, audit: Audit, outbox: Outbox, clock: Clock) {
    this.#imports = imports;
    this.#plan = plan;
    this.#record = record;
    this.#audit = audit;
    this.#outbox = outbox;
    this.#clock = clock;
  }

  async run(tx: Tx, actor: Actor, importId: Id, { rows, version }: ConfirmBody): Promise<ImportResult> {
    const run = await this.#imports.lockOpen(tx, actor, importId, version);
    const plan = await this.#plan.run(tx, run);
    if (run.content.list.problems.some(problem => problem.weight === 'refusal')) throw new Refusal('IMPORT_ROW_NOT_READY');
    requireReady(plan, rows);
    const recorded = await this.#record.run(tx, actor, { importId, townshipId: run.townshipId }, writesFor(plan, rows));
    await markConfirmed(tx, importId, this.#clock.now());
    await this.#audit.deed(tx, {
      actor,
      act: 'intake:confirmed',
      objectKind: 'import',
      objectId: importId,
      facts: { rows: rows.length, ...recorded },
    });
    await this.#outbox.put(tx, { kind: 'facts-changed', key: newId(), payload: { cause: 'import' } });
    return { importId, ...recorded };
  }
}

/** @throws Refusal IMPORT_ROW_NOT_READY when a row is unknown, refused or waits for an answer. */
function requireReady(plan: ImportPlan, rows: readonly string[]): void {
  const ready = new Set(plan.rows.filter(row => row.verdict !== 'refused' && row.verdict !== 'needsConfirmation').map(row => row.key));
  if (!rows.every(row => ready.has(row))) throw new Refusal('IMPORT_ROW_NOT_READY');
}
