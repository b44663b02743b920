import type { Actor } from '@guanhu/shared/access/access.terms';
import { unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { DIAGNOSES } from '@guanhu/shared/registry/diagnosis.rules';
import { PATIENT_STATES, SEXES } from '@guanhu/shared/registry/registry.terms';
import type { DownloadExportBody, ExportFile } from '@guanhu/shared/rights/exports.contract';
import { exportNumber, mayDownload, watermark } from '@guanhu/shared/rights/exports.rules';
import { EXPORT_CONTENTS } from '@guanhu/shared/rights/rights.terms';
import { Injectable } from '@nestjs/common';
import { Access, People, StepUps } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { writeWorkbook } from '../platform/workbook/write-workbook.ts';
import { Patients, type PatientRow } from '../registry/registry.public.ts';
import { countDownload, readVillages, type ExportRow } from './export.store.ts';
import { Exports } from './exports.ts';

const HEAD = ['序号', '村（社区）', '姓名', '性别', '出生日期', '身份证号后四位', '诊断', '状态', '水印'] as const;

/** Makes the approved file from the data of the moment: every download is approved on the phone, marked with who takes it, and noted. */
@Injectable()
export class DownloadExport {
  readonly #database: Database;
  readonly #exports: Exports;
  readonly #access: Access;
  readonly #stepUps: StepUps;
  readonly #people: People;
  readonly #patients: Patients;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    exports: Exports,
    access: Access,
    stepUps: StepUps,
    people: People,
    patients: Patients,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#exports = exports;
    this.#access = access;
    this.#stepUps = stepUps;
    this.#people = people;
    this.#patients = patients;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, EXPORT_OF_ANOTHER, EXPORT_NOT_APPROVED, STEP_UP_NEEDED */
  run(actor: Actor, exportId: Id, { stepUpTicket }: DownloadExportBody): Promise<ExportFile> {
    return this.#database.county(actor.countyId).inTransaction(async tx => {
      const row = await this.#exports.locked(tx, exportId);
      this.#access.require(actor, 'export:ask', { countyId: tx.countyId, areaPath: row.areaPath });
      unwrap(mayDownload(actor, row, this.#clock.now()));
      await this.#stepUps.consume(tx, actor, stepUpTicket, 'data:export', exportId);
      const villages = await readVillages(tx, row.townshipId);
      const patients = await this.#patients.ofVillages(
        tx,
        villages.map(village => village.id),
      );
      await countDownload(tx, exportId);
      await this.#audit.deed(tx, {
        actor,
        act: 'rights:export-downloaded',
        objectKind: 'data-export',
        objectId: exportId,
        facts: { content: row.content, townshipId: row.townshipId, patients: patients.length },
      });
      await this.#audit.read(tx, { actor, what: 'export', patientIds: patients.map(patient => patient.id) });
      const content = await this.#file(tx, actor, row, villages, patients);
      return { fileName: `${EXPORT_CONTENTS[row.content]}-${exportNumber(exportId)}.xlsx`, content: content.toString('base64') };
    });
  }

  /** The mark stands above the list, below it, in every row, and in the printed head and foot: a copied row still says whose it was. */
  async #file(
    tx: Tx,
    actor: Actor,
    row: ExportRow,
    villages: readonly { id: Id; name: string }[],
    patients: readonly PatientRow[],
  ): Promise<Buffer> {
    const name = (await this.#people.contacts(tx, [actor.personId])).get(actor.personId)?.name ?? '';
    const mark = watermark({ name, at: minuteInChina(this.#clock.now()), number: exportNumber(row.id) });
    const lines = villages.flatMap(village =>
      patients.filter(patient => patient.villageId === village.id).map(patient => [village.name, ...cellsOf(patient), mark]),
    );
    const wide = (text: string) => [text, ...HEAD.slice(1).map(() => null)];
    const cells = [wide(mark), [...HEAD], ...lines.map((line, at) => [at + 1, ...line]), wide(mark)];
    const merge = (at: number) => ({ top: at, left: 0, bottom: at, right: HEAD.length - 1 });
    return writeWorkbook({ name: '名单', cells, merges: [merge(0), merge(cells.length - 1)], headRows: 2 }, mark);
  }
}

/** '2026-06-15 10:00' */
const minuteInChina = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

const cellsOf = ({ name, sex, born, idNumber, diagnosis, state }: PatientRow): string[] => [
  name,
  sex === null ? '' : SEXES[sex],
  born ?? '',
  idNumber?.slice(-4) ?? '',
  diagnosis === null ? '' : DIAGNOSES[diagnosis].label,
  PATIENT_STATES[state],
];
