import type { Actor } from '@guanhu/shared/access/access.terms';
import type { AnswersBody, ImportPreview } from '@guanhu/shared/intake/intake.contract';
import type { Answers } from '@guanhu/shared/intake/import.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { updateContent, type ImportRun } from './import.store.ts';
import { PlanImport } from './import-preview.ts';
import { LookAtImports } from './look-at-imports.ts';

/** A person's answers to what the import could not decide. Other mismatches may appear with them. */
@Injectable()
export class AnswerImport {
  readonly #imports: LookAtImports;
  readonly #plan: PlanImport;
  readonly #vaults: Vaults;
  readonly #audit: Audit;

  constructor(imports: LookAtImports, plan: PlanImport, vaults: Vaults, audit: Audit) {
    this.#imports = imports;
    this.#plan = plan;
    this.#vaults = vaults;
    this.#audit = audit;
  }

  async run(tx: Tx, actor: Actor, importId: Id, { answers, version }: AnswersBody): Promise<ImportPreview> {
    const run = await this.#imports.lockOpen(tx, actor, importId, version);
    await this.#requireOffered(tx, run, answers);
    const content = { ...run.content, answers: { ...run.content.answers, ...answers } };
    await updateContent(tx, await this.#vaults.of(tx.countyId), importId, content);
    await this.#audit.deed(tx, {
      actor,
      act: 'intake:answered',
      objectKind: 'import',
      objectId: importId,
      facts: { answers: Object.keys(answers).length },
    });
    return this.#plan.show(tx, { ...run, content, version: version + 1 });
  }

  async #requireOffered(tx: Tx, run: ImportRun, answers: Answers): Promise<void> {
    const { mismatches } = await this.#plan.run(tx, run);
    for (const [key, value] of Object.entries(answers)) {
      const mismatch = mismatches.find(each => each.key === key);
      if (mismatch?.options.some(option => option.value === value) !== true) throw new Refusal('IMPORT_ANSWER_UNKNOWN');
    }
  }
}
