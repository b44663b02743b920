import type { Actor } from '@guanhu/shared/access/access.terms';
import type { ImportPreview, PreviewBody } from '@guanhu/shared/intake/intake.contract';
import { readResponsibilityList } from '@guanhu/shared/intake/responsibility-list.rules';
import type { RawSheet } from '@guanhu/shared/intake/import.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import { Injectable } from '@nestjs/common';
import { Access, Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { insertImport, readLastAnswers } from './import.store.ts';
import { PlanImport } from './import-preview.ts';
import { readWorkbook } from './read-workbook.ts';

/** Reads a responsibility list and keeps what it says; nothing else is written. */
@Injectable()
export class PreviewImport {
  readonly #access: Access;
  readonly #places: Places;
  readonly #vaults: Vaults;
  readonly #plan: PlanImport;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(access: Access, places: Places, vaults: Vaults, plan: PlanImport, audit: Audit, clock: Clock) {
    this.#access = access;
    this.#places = places;
    this.#vaults = vaults;
    this.#plan = plan;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(tx: Tx, actor: Actor, body: PreviewBody): Promise<ImportPreview> {
    const areaPath = await this.#places.pathOf(tx, body.townshipId);
    this.#access.require(actor, 'import:write', { countyId: tx.countyId, areaPath });
    const sheets = [body.list, ...(body.details === undefined ? [] : [body.details])].flatMap(sheetsOf);
    const list = readResponsibilityList(sheets, this.#clock.today());
    if (!list.sheets.some(sheet => sheet.kind === 'list')) throw new Refusal('LIST_NOT_FOUND');
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

/** @throws Refusal saying what kind of file it is instead. */
function sheetsOf(base64: string): readonly RawSheet[] {
  const reading = readWorkbook(Buffer.from(base64, 'base64'));
  if (!reading.ok) throw new Refusal(reading.fault);
  return reading.sheets;
}
