import type { Actor } from '@guanhu/shared/access/access.terms';
import type { ImportPreview, PreviewBody } from '@guanhu/shared/intake/intake.contract';
import type { ReadList } from '@guanhu/shared/intake/import.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import { Injectable } from '@nestjs/common';
import { Access, Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { insertImport, readLastAnswers } from './import.store.ts';
import { PlanImport } from './import-preview.ts';
import { Workbooks } from './workbooks.ts';

/** Reads a responsibility list and keeps what it says; nothing else is written. */
@Injectable()
export class PreviewImport {
  readonly #database: Database;
  readonly #workbooks: Workbooks;
  readonly #access: Access;
  readonly #places: Places;
  readonly #vaults: Vaults;
  readonly #plan: PlanImport;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    workbooks: Workbooks,
    access: Access,
    places: Places,
    vaults: Vaults,
    plan: PlanImport,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#workbooks = workbooks;
    this.#access = access;
    this.#places = places;
    this.#vaults = vaults;
    this.#plan = plan;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** What the files say, for somebody who may import them. Takes seconds: before the transaction, so that none is held open meanwhile. */
  async read(actor: Actor, body: PreviewBody): Promise<ReadList> {
    const county = this.#database.county(actor.countyId);
    const areaPath = await this.#places.pathOf(county, body.townshipId);
    this.#access.require(actor, 'import:write', { countyId: actor.countyId, areaPath });
    const files = [body.list, ...(body.details === undefined ? [] : [body.details])].map(base64 => Buffer.from(base64, 'base64'));
    const list = await this.#workbooks.read(files, this.#clock.today());
    if (!list.sheets.some(sheet => sheet.kind === 'list')) throw new Refusal('LIST_NOT_FOUND');
    return list;
  }

  /** Keeps what was read. */
  async run(tx: Tx, actor: Actor, body: PreviewBody, list: ReadList): Promise<ImportPreview> {
    const now = this.#clock.now();
    const vault = await this.#vaults.of(tx.countyId);
    const answers = await readLastAnswers(tx, vault, body.townshipId);
    const run = { id: newId(), townshipId: body.townshipId, fileName: body.fileName, content: { list, answers } };
    await insertImport(tx, vault, { ...run, madeBy: actor.personId, now });
    await this.#audit.deed(tx, {
      actor,
      act: 'intake:previewed',
      objectKind: 'import',
      objectId: run.id,
      facts: { rows: list.rows.length },
    });
    return this.#plan.show(tx, { ...run, state: 'previewed', madeAt: now, version: 1 });
  }
}
