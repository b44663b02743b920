import type { CarePart } from '@guanhu/shared/agenda/care-part.rules';
import type { Diagnosis } from '@guanhu/shared/registry/diagnosis.rules';
import type { PatientState, Sex } from '@guanhu/shared/registry/registry.terms';
import type { PartialDate } from '@guanhu/shared/kernel/partial-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

const place = (row: Id, column: string) => ({ table: 'patient', row, column });

export type PatientRow = {
  readonly id: Id;
  readonly state: PatientState;
  readonly townshipId: Id;
  readonly villageId: Id;
  readonly name: string;
  readonly idNumber: string | null;
  readonly born: PartialDate | null;
  readonly sex: Sex | null;
  readonly phone: string | null;
  readonly diagnosis: Diagnosis | null;
  readonly version: number;
};

type Sealed = {
  id: Id;
  state: PatientState;
  township_id: Id;
  village_id: Id;
  name_sealed: Buffer;
  id_number_sealed: Buffer | null;
  born: PartialDate | null;
  sex: Sex | null;
  phone_sealed: Buffer | null;
  diagnosis_sealed: Buffer | null;
  version: number;
};
const COLUMNS = 'id, state, township_id, village_id, name_sealed, id_number_sealed, born, sex, phone_sealed, diagnosis_sealed, version';

function opened(vault: CountyVault, row: Sealed): PatientRow {
  const open = (column: 'id_number_sealed' | 'phone_sealed' | 'diagnosis_sealed') => {
    const sealed = row[column];
    return sealed === null ? null : vault.open(place(row.id, column), sealed);
  };
  return {
    id: row.id,
    state: row.state,
    townshipId: row.township_id,
    villageId: row.village_id,
    name: vault.open(place(row.id, 'name_sealed'), row.name_sealed),
    idNumber: open('id_number_sealed'),
    born: row.born,
    sex: row.sex,
    phone: open('phone_sealed'),
    diagnosis: open('diagnosis_sealed') as Diagnosis | null,
    version: row.version,
  };
}

export async function readPatientRow(reader: Reader, vault: CountyVault, id: Id): Promise<PatientRow | undefined> {
  const [row] = await reader.sql<Sealed>(`SELECT ${COLUMNS} FROM patient WHERE county_id = $1 AND id = $2`, [reader.countyId, id]);
  return row && opened(vault, row);
}

/** Whole files of these villages: the facts an import is compared with. */
export async function readPatientsOfVillages(reader: Reader, vault: CountyVault, villageIds: readonly Id[]): Promise<PatientRow[]> {
  const rows = await reader.sql<Sealed>(
    `SELECT ${COLUMNS} FROM patient WHERE county_id = $1 AND village_id = ANY($2::uuid[]) AND state <> 'merged' ORDER BY id`,
    [reader.countyId, villageIds],
  );
  return rows.map(row => opened(vault, row));
}

export const idNumberDigest = (vault: CountyVault, idNumber: string): Buffer => vault.digest('id-number', idNumber);

/** Which of these ID numbers belong to a patient outside these villages. */
export async function digestsElsewhere(reader: Reader, digests: readonly Buffer[], villageIds: readonly Id[]): Promise<Buffer[]> {
  const rows = await reader.sql<{ id_number_digest: Buffer }>(
    "SELECT id_number_digest FROM patient WHERE county_id = $1 AND id_number_digest = ANY($2::bytea[]) AND NOT (village_id = ANY($3::uuid[])) AND state <> 'merged'",
    [reader.countyId, digests, villageIds],
  );
  return rows.map(row => row.id_number_digest);
}

export async function insertPatient(
  tx: Tx,
  vault: CountyVault,
  patient: { id: Id; state: PatientState; care: readonly CarePart[]; name: string; villageId: Id; townshipId: Id; now: Date },
): Promise<void> {
  const { id, state, care, name, villageId, townshipId, now } = patient;
  await tx.sql(
    `INSERT INTO patient (county_id, id, state, care, township_id, village_id, name_sealed, name_digest, version, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9)`,
    [
      tx.countyId,
      id,
      state,
      care,
      townshipId,
      villageId,
      vault.seal(place(id, 'name_sealed'), name),
      vault.digest('patient-name', name),
      now,
    ],
  );
}

/** Names of these patients, by id. */
export async function readPatientNames(reader: Reader, vault: CountyVault, ids: readonly Id[]): Promise<Map<Id, string>> {
  const rows = await reader.sql<{ id: Id; name_sealed: Buffer }>(
    'SELECT id, name_sealed FROM patient WHERE county_id = $1 AND id = ANY($2::uuid[])',
    [reader.countyId, ids],
  );
  return new Map(rows.map(row => [row.id, openPatientName(vault, row.id, row.name_sealed)]));
}

/** Where these files stand in their lives. */
export async function readPatientStates(reader: Reader, ids: readonly Id[]): Promise<Map<Id, PatientState>> {
  const rows = await reader.sqlOfMany<{ id: Id; state: PatientState }>(
    'SELECT id, state FROM patient WHERE county_id = $1 AND id = ANY($2::uuid[])',
    [reader.countyId, ids],
  );
  return new Map(rows.map(row => [row.id, row.state]));
}

/** Opens a name that a statement of another room joined. */
export const openPatientName = (vault: CountyVault, id: Id, sealed: Buffer): string => vault.open(place(id, 'name_sealed'), sealed);

/** The patient's areas from the county down to the village; `undefined` without such a patient. */
export async function readAreaPath(reader: Reader, id: Id): Promise<readonly Id[] | undefined> {
  const [row] = await reader.sql<{ path: Id[] }>(
    `SELECT area.path FROM patient JOIN area ON area.county_id = $1 AND area.id = patient.village_id WHERE patient.county_id = $1 AND patient.id = $2`,
    [reader.countyId, id],
  );
  return row?.path;
}
