import { isConfidential, type HandedInSoFar } from '@guanhu/shared/rights/handed-in.rules';
import type { HandedInDecision, HandedInState } from '@guanhu/shared/rights/handed-in.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { noneIsKin } from '../agenda/agenda.public.ts';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import type { PageKey } from '../platform/http/page-key.ts';
import { openPatientName } from '../registry/registry.public.ts';

const place = (row: Id, column: 'what_sealed' | 'write_sealed' | 'reason_sealed') => ({ table: 'handed_in', row, column });

/** A write as its phone would have sent it. */
type HeldWrite = {
  readonly method: string;
  readonly path: string;
  readonly contract: number;
  readonly body: Readonly<Record<string, unknown>>;
};

/** Where something belongs: to a patient's village, or only to a place. */
type Belongs = { readonly patientId: Id | null; readonly areaId: Id; readonly areaPath: readonly Id[] };

/**
 * The patient or the place that these ids name, first of all a patient; without one the place of the person's newest post, and of a family
 * the village of whom it looks after.
 */
export async function readBelongs(tx: Tx, ids: readonly Id[], personId: Id): Promise<Belongs | undefined> {
  const [row] = await tx.sql<Belongs>(
    `WITH named AS (SELECT unnest($2::uuid[]) AS id), found AS (
       SELECT patient.id AS patient_id, village_id AS area_id, 0 AS rank, current_date AS on_day
       FROM patient WHERE county_id = $1 AND id IN (
         SELECT id FROM named
         UNION SELECT visit.patient_id FROM visit JOIN named ON named.id = visit.id WHERE visit.county_id = $1
         UNION SELECT incident.patient_id FROM incident JOIN named ON named.id = incident.id WHERE incident.county_id = $1
         UNION SELECT task.patient_id FROM task JOIN named ON named.id = task.id WHERE task.county_id = $1
         UNION SELECT appraisal.patient_id FROM appraisal JOIN named ON named.id = appraisal.id WHERE appraisal.county_id = $1
         UNION SELECT application.patient_id FROM reward_application AS application JOIN named ON named.id = application.id
           WHERE application.county_id = $1
         UNION SELECT relief.patient_id FROM relief_application AS relief JOIN named ON named.id = relief.id WHERE relief.county_id = $1)
       UNION ALL SELECT NULL, area.id, 1, current_date FROM area JOIN named ON named.id = area.id WHERE area.county_id = $1
       UNION ALL SELECT NULL, area_id, 2, from_on FROM post WHERE county_id = $1 AND person_id = $3
       UNION ALL SELECT NULL, village_id, 3, since FROM guardianship JOIN patient ON patient.county_id = $1 AND patient.id = patient_id
         WHERE guardianship.county_id = $1 AND person_id = $3
       UNION ALL SELECT NULL, village_id, 4, since FROM guardian_helper JOIN patient ON patient.county_id = $1 AND patient.id = patient_id
         WHERE guardian_helper.county_id = $1 AND person_id = $3
     )
     SELECT patient_id AS "patientId", area_id AS "areaId", area.path AS "areaPath"
     FROM found JOIN area ON area.county_id = $1 AND area.id = area_id ORDER BY rank, on_day DESC, area_id LIMIT 1`,
    [tx.countyId, ids, personId],
  );
  return row;
}

/** Whether the server has done the write already: only its answer was lost on the way. */
export async function isDone(tx: Tx, key: Id, personId: Id): Promise<boolean> {
  const rows = await tx.sql('SELECT id FROM kept_answer WHERE county_id = $1 AND id = $2 AND person_id = $3 AND answer IS NOT NULL', [
    tx.countyId,
    key,
    personId,
  ]);
  return rows.length > 0;
}

export async function readSoFar(tx: Tx, sessionId: Id): Promise<HandedInSoFar> {
  const [row] = await tx.sql<HandedInSoFar>(
    'SELECT count(*)::int AS count, coalesce(sum(size), 0)::int AS bytes FROM handed_in WHERE county_id = $1 AND session_id = $2',
    [tx.countyId, sessionId],
  );
  return row ?? { count: 0, bytes: 0 };
}

type NewHandedIn = {
  readonly id: Id;
  readonly belongs: Belongs;
  readonly personId: Id;
  readonly sessionId: Id;
  readonly what: string;
  readonly write: HeldWrite;
  readonly madeAt: Date;
  readonly at: Date;
};

/** @returns false when it has been handed in before. */
export async function insertHandedIn(tx: Tx, vault: CountyVault, row: NewHandedIn): Promise<boolean> {
  const text = JSON.stringify(row.write);
  const rows = await tx.sql(
    `INSERT INTO handed_in (county_id, id, patient_id, area_id, person_id, session_id, what_sealed, write_sealed, size, made_at, at, confidential)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      row.id,
      row.belongs.patientId,
      row.belongs.areaId,
      row.personId,
      row.sessionId,
      vault.seal(place(row.id, 'what_sealed'), row.what),
      vault.seal(place(row.id, 'write_sealed'), text),
      text.length,
      row.madeAt,
      row.at,
      isConfidential(row.write.path),
    ],
  );
  return rows.length === 1;
}

export type HandedInShown = {
  readonly id: Id;
  readonly patientId: Id | null;
  readonly patientName: string | null;
  readonly areaName: string;
  readonly areaPath: readonly Id[];
  readonly personId: Id;
  readonly what: string;
  readonly madeAt: Date;
  readonly at: Date;
  readonly state: HandedInState;
  readonly decidedBy: Id | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  /** A report about the family: whoever reads it, the family is not shown. */
  readonly confidential: boolean;
  readonly version: number;
};

type Sealed = Omit<HandedInShown, 'patientName' | 'what' | 'reason'> & {
  readonly nameSealed: Buffer | null;
  readonly whatSealed: Buffer;
  readonly reasonSealed: Buffer | null;
};
const COLUMNS = `one.id, one.patient_id AS "patientId", patient.name_sealed AS "nameSealed", area.name AS "areaName", area.path AS "areaPath",
  one.person_id AS "personId", what_sealed AS "whatSealed", made_at AS "madeAt", one.at, one.state, decided_by AS "decidedBy",
  decided_at AS "decidedAt", reason_sealed AS "reasonSealed", one.confidential, one.version`;
// A patient may have moved, or become another file, since.
const FROM = `handed_in AS one
  LEFT JOIN patient ON patient.county_id = $1 AND patient.id = one.patient_id
  JOIN area ON area.county_id = $1 AND area.id = coalesce(patient.village_id, one.area_id)`;

const opened = (vault: CountyVault, { nameSealed, whatSealed, reasonSealed, ...row }: Sealed): HandedInShown => ({
  ...row,
  patientName: row.patientId !== null && nameSealed ? openPatientName(vault, row.patientId, nameSealed) : null,
  what: vault.open(place(row.id, 'what_sealed'), whatSealed),
  reason: reasonSealed && vault.open(place(row.id, 'reason_sealed'), reasonSealed),
});

/**
 * Of these areas, newest first. What was written about a family is not the family's to look at, whatever post somebody of it holds: none of
 * `readers` may be of it.
 */
export async function readHandedInRows(
  reader: Reader,
  vault: CountyVault,
  page: {
    areas: readonly Id[];
    readers: readonly Id[];
    today: CalendarDate;
    state: HandedInState | null;
    patientId: Id | null;
    after: PageKey | null;
    limit: number;
  },
): Promise<HandedInShown[]> {
  const rows = await reader.sql<Sealed>(
    `SELECT ${COLUMNS} FROM ${FROM}
     WHERE one.county_id = $1 AND area.path && $2::uuid[] AND ($3::text IS NULL OR one.state = $3) AND ($4::uuid IS NULL OR one.patient_id = $4)
       AND ($5::timestamptz IS NULL OR (one.at, one.id) < ($5, $6::uuid)) AND ${noneIsKin('one.patient_id', 'SELECT unnest($8::uuid[])', '$9')}
     ORDER BY one.at DESC, one.id DESC LIMIT $7`,
    [
      reader.countyId,
      page.areas,
      page.state,
      page.patientId,
      page.after?.at ?? null,
      page.after?.id ?? null,
      page.limit,
      page.readers,
      page.today,
    ],
  );
  return rows.map(row => opened(vault, row));
}

export async function readHandedInRow(reader: Reader, vault: CountyVault, id: Id): Promise<HandedInShown | undefined> {
  const [row] = await reader.sql<Sealed>(`SELECT ${COLUMNS} FROM ${FROM} WHERE one.county_id = $1 AND one.id = $2`, [reader.countyId, id]);
  return row && opened(vault, row);
}

/** What was written, as the phone would have sent it; null once it was set aside and its time is over. */
export async function readWrite(reader: Reader, vault: CountyVault, id: Id): Promise<HeldWrite | null> {
  const [row] = await reader.sql<{ sealed: Buffer }>('SELECT write_sealed AS sealed FROM handed_in WHERE county_id = $1 AND id = $2', [
    reader.countyId,
    id,
  ]);
  if (!row) throw new Error('a handed-in write that is not there');
  if (row.sealed.length === 0) return null;
  return JSON.parse(vault.open(place(id, 'write_sealed'), row.sealed)) as HeldWrite;
}

/** @returns false when somebody was faster. */
export async function decideHandedInRow(
  tx: Tx,
  vault: CountyVault,
  { id, version, to, by, at, reason }: { id: Id; version: number; to: HandedInDecision; by: Id; at: Date; reason: string },
): Promise<boolean> {
  const rows = await tx.sql(
    `UPDATE handed_in SET state = $4, decided_by = $5, decided_at = $6, reason_sealed = $7, version = version + 1
     WHERE county_id = $1 AND id = $2 AND version = $3 AND state = 'waiting' RETURNING id`,
    [tx.countyId, id, version, to, by, at, vault.seal(place(id, 'reason_sealed'), reason)],
  );
  return rows.length === 1;
}
