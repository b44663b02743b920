import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { ClueInformant, CluePerson } from '@guanhu/shared/screening/clue.contract';
import type { ClueSource, ClueState, Finding, Whereabouts } from '@guanhu/shared/screening/clue.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

/** What was told: one sealed value, so that it goes at one stroke. */
type ClueTold = { readonly person: CluePerson | null; readonly yes: readonly number[]; readonly note: string | null };
type ReviewWords = { readonly psychiatrist: string; readonly hospital: string; readonly opinion: string | null };

export type ClueRow = {
  readonly id: Id;
  readonly areaId: Id;
  readonly areaName: string;
  readonly areaPath: readonly Id[];
  readonly incidentId: Id | null;
  readonly source: ClueSource;
  readonly whereabouts: Whereabouts;
  readonly form: number;
  readonly group: number | null;
  readonly state: ClueState;
  readonly told: ClueTold | null;
  readonly reportedBy: Id;
  readonly reportedAt: Date;
  readonly dueOn: CalendarDate | null;
  readonly checkedBy: Id | null;
  readonly checkedAt: Date | null;
  readonly checkReason: string | null;
  readonly sameAs: Id | null;
  readonly finding: Finding | null;
  readonly reviewedOn: CalendarDate | null;
  readonly reviewWords: ReviewWords | null;
  readonly patientId: Id | null;
  readonly endedAt: Date | null;
  readonly erasedAt: Date | null;
  readonly hasInformant: boolean;
  readonly version: number;
};
type Text = 'told_sealed' | 'check_sealed' | 'review_sealed' | 'end_sealed';
type Sealed = Omit<ClueRow, 'told' | 'checkReason' | 'reviewWords'> & Readonly<Record<Exclude<Text, 'end_sealed'>, Buffer | null>>;

const COLUMNS = `screening_clue.id, area_id AS "areaId", area.name AS "areaName", area.path AS "areaPath", incident_id AS "incidentId", source,
  whereabouts, form, clue_group AS "group", state, told_sealed, reported_by AS "reportedBy", reported_at AS "reportedAt", due_on AS "dueOn",
  checked_by AS "checkedBy", checked_at AS "checkedAt", check_sealed, same_as AS "sameAs", finding, reviewed_on AS "reviewedOn", review_sealed,
  patient_id AS "patientId", ended_at AS "endedAt", erased_at AS "erasedAt", version, EXISTS (
    SELECT FROM screening_informant AS informant WHERE informant.county_id = $1 AND informant.id = screening_clue.id) AS "hasInformant"`;
const JOINED = `screening_clue JOIN area ON area.county_id = $1 AND area.id = screening_clue.area_id`;

const place = (row: Id, column: Text) => ({ table: 'screening_clue', row, column });
const informantPlace = (row: Id) => ({ table: 'screening_informant', row, column: 'told_sealed' });
const digestOf = (vault: CountyVault, document: string | null) => (document === null ? null : vault.digest('clue-document', document));

function whole(vault: CountyVault, { told_sealed, check_sealed, review_sealed, ...plain }: Sealed): ClueRow {
  return {
    ...plain,
    told: told_sealed && (JSON.parse(vault.open(place(plain.id, 'told_sealed'), told_sealed)) as ClueTold),
    checkReason: check_sealed && vault.open(place(plain.id, 'check_sealed'), check_sealed),
    reviewWords: review_sealed && (JSON.parse(vault.open(place(plain.id, 'review_sealed'), review_sealed)) as ReviewWords),
  };
}

type NewClue = Pick<
  ClueRow,
  'id' | 'areaId' | 'incidentId' | 'source' | 'whereabouts' | 'form' | 'group' | 'told' | 'reportedBy' | 'reportedAt'
> & {
  readonly dueOn: CalendarDate;
  /** Kind and number of the person's document. */
  readonly document: string | null;
};

/** @returns whether it is new: the same id or the same incident again is the clue that is there. */
export async function insertClue(tx: Tx, vault: CountyVault, clue: NewClue): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO screening_clue (county_id, id, area_id, incident_id, source, whereabouts, form, clue_group, told_sealed, document, reported_by,
       reported_at, due_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING RETURNING id`,
    [
      tx.countyId,
      clue.id,
      clue.areaId,
      clue.incidentId,
      clue.source,
      clue.whereabouts,
      clue.form,
      clue.group,
      clue.told && vault.seal(place(clue.id, 'told_sealed'), JSON.stringify(clue.told)),
      digestOf(vault, clue.document),
      clue.reportedBy,
      clue.reportedAt,
      clue.dueOn,
    ],
  );
  return rows.length === 1;
}

export async function insertInformant(tx: Tx, vault: CountyVault, clueId: Id, informant: ClueInformant): Promise<void> {
  await tx.sql('INSERT INTO screening_informant (county_id, id, told_sealed) VALUES ($1, $2, $3)', [
    tx.countyId,
    clueId,
    vault.seal(informantPlace(clueId), JSON.stringify(informant)),
  ]);
}

export async function readInformant(reader: Reader, vault: CountyVault, clueId: Id): Promise<ClueInformant | null> {
  const [row] = await reader.sql<{ sealed: Buffer }>(
    'SELECT told_sealed AS sealed FROM screening_informant WHERE county_id = $1 AND id = $2',
    [reader.countyId, clueId],
  );
  return row ? (JSON.parse(vault.open(informantPlace(clueId), row.sealed)) as ClueInformant) : null;
}

export async function readClueRow(reader: Reader, vault: CountyVault, id: Id): Promise<ClueRow | undefined> {
  const [row] = await reader.sql<Sealed>(
    `SELECT ${COLUMNS} FROM ${JOINED} WHERE screening_clue.county_id = $1 AND screening_clue.id = $2`,
    [reader.countyId, id],
  );
  return row && whole(vault, row);
}

/** For a step of it. */
export async function lockClue(tx: Tx, vault: CountyVault, id: Id): Promise<ClueRow | undefined> {
  await tx.sql('SELECT id FROM screening_clue WHERE county_id = $1 AND id = $2 FOR UPDATE', [tx.countyId, id]);
  return readClueRow(tx, vault, id);
}

/** For a step that rests on several; always in the same order, so that nobody waits for each other in a ring. */
export async function lockClues(tx: Tx, ids: readonly Id[]): Promise<void> {
  await tx.sql('SELECT id FROM screening_clue WHERE county_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE', [tx.countyId, ids]);
}

/** Clues in these areas, newest first, before the row `before`; or those among them that one person handed in. */
export async function readClues(
  reader: Reader,
  vault: CountyVault,
  asked: {
    areas: readonly Id[];
    state: ClueState | null;
    whereabouts: Whereabouts | null;
    group: number | null;
    reportedBy: Id | null;
    before: Id | null;
    limit: number;
  },
): Promise<ClueRow[]> {
  const rows = await reader.sql<Sealed>(
    `SELECT ${COLUMNS} FROM ${JOINED}
     WHERE screening_clue.county_id = $1 AND area.path && $2::uuid[] AND ($3::text IS NULL OR state = $3)
       AND ($4::text IS NULL OR whereabouts = $4) AND ($5::int IS NULL OR clue_group = $5) AND ($6::uuid IS NULL OR screening_clue.id < $6)
       AND ($8::uuid IS NULL OR reported_by = $8)
     ORDER BY screening_clue.id DESC LIMIT $7`,
    [reader.countyId, asked.areas, asked.state, asked.whereabouts, asked.group, asked.before, asked.limit, asked.reportedBy],
  );
  return rows.map(row => whole(vault, row));
}

/** Clues in these areas that still say of whom they are, and whether each has this document; never more than `most`. */
export async function readOthers(
  reader: Reader,
  vault: CountyVault,
  asked: { except: Id; areas: readonly Id[]; document: string | null; most: number },
): Promise<(ClueRow & { readonly sameDocument: boolean })[]> {
  const rows = await reader.sql<Sealed & { sameDocument: boolean }>(
    `SELECT ${COLUMNS}, document IS NOT NULL AND document = $4 AS "sameDocument" FROM ${JOINED}
     WHERE screening_clue.county_id = $1 AND screening_clue.id <> $2 AND area.path && $3::uuid[] AND told_sealed IS NOT NULL
     ORDER BY "sameDocument" DESC, screening_clue.id DESC LIMIT $5`,
    [reader.countyId, asked.except, asked.areas, digestOf(vault, asked.document), asked.most],
  );
  return rows.map(row => ({ ...whole(vault, row), sameDocument: row.sameDocument }));
}

/** Says who it is; the caller holds the row. */
export async function describe(
  tx: Tx,
  vault: CountyVault,
  clue: { id: Id; areaId: Id; whereabouts: Whereabouts; told: ClueTold; document: string | null },
): Promise<void> {
  await tx.sql(
    `UPDATE screening_clue SET area_id = $3, whereabouts = $4, told_sealed = $5, document = $6, version = version + 1
     WHERE county_id = $1 AND id = $2`,
    [
      tx.countyId,
      clue.id,
      clue.areaId,
      clue.whereabouts,
      vault.seal(place(clue.id, 'told_sealed'), JSON.stringify(clue.told)),
      digestOf(vault, clue.document),
    ],
  );
}

/** One step of a clue's life. What ends has no day on which something is due. */
export type ClueStep = {
  readonly id: Id;
  readonly state: ClueState;
  readonly dueOn: CalendarDate | null;
  /** NULL: the software by itself. */
  readonly by: Id | null;
  readonly now: Date;
  readonly checked?: { readonly reason: string | null };
  readonly sameAs?: Id;
  readonly review?: { readonly finding: Finding; readonly on: CalendarDate; readonly words: ReviewWords };
  readonly patientId?: Id;
  readonly endReason?: string;
};

/** Moves it on; the caller holds the row. */
export async function stepClue(tx: Tx, vault: CountyVault, step: ClueStep): Promise<void> {
  const { id, checked, review, endReason, dueOn } = step;
  await tx.sql(
    `UPDATE screening_clue SET state = $3, due_on = $4, checked_by = CASE WHEN $5 THEN $6::uuid ELSE checked_by END,
       checked_at = CASE WHEN $5 THEN $7::timestamptz ELSE checked_at END, check_sealed = coalesce($8, check_sealed), same_as = $9,
       finding = $10, reviewed_on = $11, review_sealed = $12, patient_id = $13, ended_at = CASE WHEN $4::date IS NULL THEN $7::timestamptz END,
       ended_by = CASE WHEN $4::date IS NULL THEN $6::uuid END, end_sealed = $14, version = version + 1
     WHERE county_id = $1 AND id = $2`,
    [
      tx.countyId,
      id,
      step.state,
      dueOn,
      checked !== undefined,
      step.by,
      step.now,
      checked === undefined || checked.reason === null ? null : vault.seal(place(id, 'check_sealed'), checked.reason),
      step.sameAs ?? null,
      review?.finding ?? null,
      review?.on ?? null,
      review ? vault.seal(place(id, 'review_sealed'), JSON.stringify(review.words)) : null,
      step.patientId ?? null,
      endReason === undefined ? null : vault.seal(place(id, 'end_sealed'), endReason),
    ],
  );
}

/** The clue that came of this incident, for its end. */
export async function lockOf(tx: Tx, incidentId: Id): Promise<Pick<ClueRow, 'id' | 'state'> | undefined> {
  const [row] = await tx.sql<Pick<ClueRow, 'id' | 'state'>>(
    'SELECT id, state FROM screening_clue WHERE county_id = $1 AND incident_id = $2 FOR UPDATE',
    [tx.countyId, incidentId],
  );
  return row;
}

/**
 * De-identifies the clues that ended before the county's limit ($2), in the townships $3 with a policy of their own before $4: who it was,
 * what was said, who told it. That there was one, when, where and how it ended stays. @returns the clues
 */
export async function eraseEndedBefore(tx: Tx, limits: readonly unknown[], now: Date): Promise<Id[]> {
  const rows = await tx.sql<{ id: Id }>(
    `UPDATE screening_clue SET told_sealed = NULL, document = NULL, check_sealed = NULL, review_sealed = NULL, end_sealed = NULL, erased_at = $5
     FROM area LEFT JOIN unnest($3::uuid[], $4::timestamptz[]) AS own (township_id, before) ON own.township_id = ANY(area.path)
     WHERE screening_clue.county_id = $1 AND screening_clue.ended_at IS NOT NULL AND screening_clue.erased_at IS NULL
       AND area.county_id = $1 AND area.id = screening_clue.area_id AND screening_clue.ended_at < coalesce(own.before, $2::timestamptz)
     RETURNING screening_clue.id`,
    [tx.countyId, ...limits, now],
  );
  const ids = rows.map(row => row.id);
  if (ids.length > 0) await tx.sql('DELETE FROM screening_informant WHERE county_id = $1 AND id = ANY($2::uuid[])', [tx.countyId, ids]);
  return ids;
}
