import type { Actor } from '@guanhu/shared/access/access.terms';
import type { ImportPreview, ImportsPage } from '@guanhu/shared/intake/intake.contract';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access, Places } from '../access/access.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader, type Tx } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { lockImportRun, readImportLines, readImportRun, type ImportRun } from './import.store.ts';
import { PlanImport } from './import-preview.ts';

/** Uploads of the townships somebody answers for. */
@Injectable()
export class LookAtImports {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #access: Access;
  readonly #places: Places;
  readonly #plan: PlanImport;

  constructor(database: Database, vaults: Vaults, access: Access, places: Places, plan: PlanImport) {
    this.#database = database;
    this.#vaults = vaults;
    this.#access = access;
    this.#places = places;
    this.#plan = plan;
  }

  async list(actor: Actor, { after, limit }: { after?: string | undefined; limit: number }): Promise<ImportsPage> {
    const county = this.#database.county(actor.countyId);
    const lines = await readImportLines(county, this.#access.scope(actor, 'import:write').areas, after ?? null, limit + 1);
    const { shown, last } = pageOf(lines, limit);
    return {
      rows: shown.map(({ id, fileName, state, madeAt }) => ({ importId: id, fileName, state, madeAt: madeAt.toISOString() })),
      next: last?.id ?? null,
    };
  }

  async one(actor: Actor, importId: Id): Promise<ImportPreview> {
    const county = this.#database.county(actor.countyId);
    const run = await readImportRun(county, await this.#vaults.of(actor.countyId), importId);
    return this.#plan.show(county, await this.#allowed(county, actor, run));
  }

  /** For a decision about one that waits for it. @throws Refusal NOT_FOUND_OR_NO_ACCESS, IMPORT_NOT_OPEN, STALE */
  async lockOpen(tx: Tx, actor: Actor, importId: Id, version: number): Promise<ImportRun> {
    const run = await this.#allowed(tx, actor, await lockImportRun(tx, await this.#vaults.of(tx.countyId), importId));
    if (run.state !== 'previewed') throw new Refusal('IMPORT_NOT_OPEN');
    if (run.version !== version) throw new Refusal('STALE');
    return run;
  }

  async #allowed(reader: Reader, actor: Actor, run: ImportRun | undefined): Promise<ImportRun> {
    if (!run) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, 'import:write', { countyId: reader.countyId, areaPath: await this.#places.pathOf(reader, run.townshipId) });
    return run;
  }
}
