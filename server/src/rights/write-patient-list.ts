import type { Id } from '@guanhu/shared/kernel/ids';
import { DIAGNOSES } from '@guanhu/shared/registry/diagnosis.rules';
import { PATIENT_STATES, SEXES } from '@guanhu/shared/registry/registry.terms';
import { Injectable } from '@nestjs/common';
import type { Reader } from '../platform/database/database.ts';
import { writeWorkbook } from '../platform/workbook/write-workbook.ts';
import { Patients, type PatientRow } from '../registry/registry.public.ts';
import { readVillages } from './export.store.ts';

const HEAD = ['序号', '村（社区）', '姓名', '性别', '出生日期', '身份证号后四位', '诊断', '状态', '水印'] as const;

/** The files of a township as one list. Whoever hands it out asks whether they may. */
@Injectable()
export class WritePatientList {
  readonly #patients: Patients;

  constructor(patients: Patients) {
    this.#patients = patients;
  }

  /** The mark stands above the list, below it, in every row, and in the printed head and foot: a copied row still says whose it was. */
  async run(reader: Reader, townshipId: Id, mark: string): Promise<{ workbook: Buffer; patientIds: Id[] }> {
    const villages = await readVillages(reader, townshipId);
    const patients = await this.#patients.ofVillages(
      reader,
      villages.map(village => village.id),
    );
    const lines = villages.flatMap(village =>
      patients.filter(patient => patient.villageId === village.id).map(patient => [village.name, ...cellsOf(patient), mark]),
    );
    const wide = (text: string) => [text, ...HEAD.slice(1).map(() => null)];
    const cells = [wide(mark), [...HEAD], ...lines.map((line, at) => [at + 1, ...line]), wide(mark)];
    const merge = (at: number) => ({ top: at, left: 0, bottom: at, right: HEAD.length - 1 });
    const workbook = writeWorkbook({ name: '名单', cells, merges: [merge(0), merge(cells.length - 1)], headRows: 2 }, mark);
    return { workbook, patientIds: patients.map(patient => patient.id) };
  }
}

const cellsOf = ({ name, sex, born, idNumber, diagnosis, state }: PatientRow): string[] => [
  name,
  sex === null ? '' : SEXES[sex],
  born ?? '',
  idNumber?.slice(-4) ?? '',
  diagnosis === null ? '' : DIAGNOSES[diagnosis].label,
  PATIENT_STATES[state],
];
