import { createHash } from 'node:crypto';
import type { Actor } from '@guanhu/shared/access/access.terms';
import { unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { DownloadExportBody, ExportFile } from '@guanhu/shared/rights/exports.contract';
import { exportNumber, mayDownload, minuteInChina, watermark } from '@guanhu/shared/rights/exports.rules';
import { EXPORT_CONTENTS, type ExportContent } from '@guanhu/shared/rights/rights.terms';
import { Injectable } from '@nestjs/common';
import { Access, People, StepUps } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { WriteList } from '../intake/intake.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { WriteDiagnosisList } from '../screening/screening.public.ts';
import { countDownload } from './export.store.ts';
import { Exports } from './exports.ts';
import { WritePatientList } from './write-patient-list.ts';

type Writer = { run(tx: Tx, townshipId: Id, mark: string, actor: Actor): Promise<{ workbook: Buffer; patientIds: Id[] }> };

/** Makes the approved file from the data of the moment: every download is approved on the phone, marked with who takes it, and noted. */
@Injectable()
export class DownloadExport {
  readonly #database: Database;
  readonly #exports: Exports;
  readonly #access: Access;
  readonly #stepUps: StepUps;
  readonly #people: People;
  readonly #writers: Readonly<Record<ExportContent, Writer>>;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    exports: Exports,
    access: Access,
    stepUps: StepUps,
    people: People,
    patientList: WritePatientList,
    responsibilityList: WriteList,
    diagnosisList: WriteDiagnosisList,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#exports = exports;
    this.#access = access;
    this.#stepUps = stepUps;
    this.#people = people;
    this.#writers = { patientList, responsibilityList, diagnosisList };
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, EXPORT_OF_ANOTHER, EXPORT_NOT_APPROVED, STEP_UP_NEEDED */
  run(actor: Actor, exportId: Id, { stepUpTicket }: DownloadExportBody): Promise<ExportFile> {
    return this.#database.county(actor.countyId).inTransaction(async tx => {
      const { content, townshipId, areaPath, ...row } = await this.#exports.locked(tx, exportId);
      this.#access.require(actor, 'export:ask', { countyId: tx.countyId, areaPath });
      unwrap(mayDownload(actor, row, this.#clock.now()));
      await this.#stepUps.consume(tx, actor, stepUpTicket, 'data:export', exportId);
      const { workbook, patientIds } = await this.#writers[content].run(tx, townshipId, await this.#mark(tx, actor, exportId), actor);
      await countDownload(tx, exportId);
      await this.#audit.deed(tx, {
        actor,
        act: 'rights:export-downloaded',
        objectKind: 'data-export',
        objectId: exportId,
        // Which file of the outside world it is can be told by its digest.
        facts: { content, townshipId, patients: patientIds.length, sha256: createHash('sha256').update(workbook).digest('hex') },
      });
      await this.#audit.read(tx, { actor, what: 'export', patientIds });
      return { fileName: `${EXPORT_CONTENTS[content]}-${exportNumber(exportId)}.xlsx`, content: workbook.toString('base64') };
    });
  }

  /** Who takes it, when, and under which number it was approved. */
  async #mark(tx: Tx, actor: Actor, exportId: Id): Promise<string> {
    const name = (await this.#people.contacts(tx, [actor.personId])).get(actor.personId)?.name ?? '';
    return watermark({ name, at: minuteInChina(this.#clock.now()), number: exportNumber(exportId) });
  }
}
