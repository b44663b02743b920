import type { MinutesText } from '@guanhu/shared/meetings/minutes-text.rules';
import type { Stand } from '@guanhu/shared/meetings/meetings.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

/** What somebody wrote down of a meeting. */
export type MinutesContent = {
  readonly summary: string;
  readonly topics: readonly { readonly topic: string; readonly words: string }[];
  readonly decisions: readonly { readonly what: string; readonly ownerId: Id; readonly dueOn: CalendarDate }[];
};
export type TextRow = { readonly id: Id; readonly content: MinutesContent; readonly writtenBy: Id; readonly writtenAt: Date };
const ofText = (row: Id) => ({ table: 'meeting_text', row, column: 'content_sealed' });

export async function insertText(tx: Tx, vault: CountyVault, meetingId: Id, { id, content, writtenBy, writtenAt }: TextRow): Promise<void> {
  await tx.sql(
    'INSERT INTO meeting_text (county_id, id, meeting_id, content_sealed, written_by, written_at) VALUES ($1, $2, $3, $4, $5, $6)',
    [tx.countyId, id, meetingId, vault.seal(ofText(id), JSON.stringify(content)), writtenBy, writtenAt],
  );
}

export async function readText(reader: Reader, vault: CountyVault, id: Id): Promise<TextRow | undefined> {
  const [row] = await reader.sql<Omit<TextRow, 'content'> & { content_sealed: Buffer }>(
    `SELECT id, content_sealed, written_by AS "writtenBy", written_at AS "writtenAt" FROM meeting_text WHERE county_id = $1 AND id = $2`,
    [reader.countyId, id],
  );
  if (!row) return undefined;
  const { content_sealed, ...text } = row;
  return { ...text, content: JSON.parse(vault.open(ofText(row.id), content_sealed)) as MinutesContent };
}

export async function countTexts(reader: Reader, meetingId: Id): Promise<number> {
  const [row] = await reader.sql<{ count: number }>(
    'SELECT count(*)::int AS count FROM meeting_text WHERE county_id = $1 AND meeting_id = $2',
    [reader.countyId, meetingId],
  );
  return row?.count ?? 0;
}

export type StandRow = {
  readonly id: Id;
  readonly textId: Id;
  readonly organisationId: Id;
  readonly stand: Stand;
  readonly words: string | null;
  readonly paperSigner: string | null;
  readonly personId: Id;
  readonly at: Date;
};
const ofStand = (row: Id, column: 'words_sealed' | 'signer_sealed') => ({ table: 'countersignature', row, column });

/** @returns false when the unit has signed this text already. */
export async function insertStand(tx: Tx, vault: CountyVault, meetingId: Id, stand: StandRow): Promise<boolean> {
  const sealed = (column: 'words_sealed' | 'signer_sealed', text: string | null) =>
    text === null ? null : vault.seal(ofStand(stand.id, column), text);
  const rows = await tx.sql(
    `INSERT INTO countersignature (county_id, id, meeting_id, text_id, organisation_id, stand, words_sealed, signer_sealed, person_id, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (county_id, text_id, organisation_id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      stand.id,
      meetingId,
      stand.textId,
      stand.organisationId,
      stand.stand,
      sealed('words_sealed', stand.words),
      sealed('signer_sealed', stand.paperSigner),
      stand.personId,
      stand.at,
    ],
  );
  return rows.length === 1;
}

/** How the units stood to the texts of a meeting, newest first. */
export async function readStands(reader: Reader, vault: CountyVault, meetingId: Id): Promise<StandRow[]> {
  type Sealed = Omit<StandRow, 'words' | 'paperSigner'> & Readonly<Record<'words_sealed' | 'signer_sealed', Buffer | null>>;
  const rows = await reader.sql<Sealed>(
    `SELECT id, text_id AS "textId", organisation_id AS "organisationId", stand, words_sealed, signer_sealed, person_id AS "personId", at
     FROM countersignature WHERE county_id = $1 AND meeting_id = $2 ORDER BY at DESC, id DESC`,
    [reader.countyId, meetingId],
  );
  return rows.map(({ words_sealed, signer_sealed, ...row }) => ({
    ...row,
    words: words_sealed && vault.open(ofStand(row.id, 'words_sealed'), words_sealed),
    paperSigner: signer_sealed && vault.open(ofStand(row.id, 'signer_sealed'), signer_sealed),
  }));
}

export type IssueRow = {
  /** The meeting's. */
  readonly id: Id;
  readonly townshipId: Id;
  readonly year: number;
  readonly serial: number;
  readonly number: string;
  readonly textId: Id;
  readonly text: MinutesText;
  readonly contentSha256: string;
  readonly contentSm3: string;
  readonly issuedBy: Id;
  readonly issuedAt: Date;
};
const ofIssue = (row: Id) => ({ table: 'meeting_issue', row, column: 'text_sealed' });

export async function insertIssue(tx: Tx, vault: CountyVault, issue: IssueRow): Promise<void> {
  await tx.sql(
    `INSERT INTO meeting_issue (county_id, id, township_id, year, serial, number, text_id, text_sealed, content_sha256, content_sm3, issued_by, issued_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      tx.countyId,
      issue.id,
      issue.townshipId,
      issue.year,
      issue.serial,
      issue.number,
      issue.textId,
      vault.seal(ofIssue(issue.id), JSON.stringify(issue.text)),
      issue.contentSha256,
      issue.contentSm3,
      issue.issuedBy,
      issue.issuedAt,
    ],
  );
}

export async function readIssue(reader: Reader, vault: CountyVault, meetingId: Id): Promise<IssueRow | undefined> {
  const [row] = await reader.sql<Omit<IssueRow, 'text'> & { text_sealed: Buffer }>(
    `SELECT id, township_id AS "townshipId", year, serial, number, text_id AS "textId", text_sealed, content_sha256 AS "contentSha256",
       content_sm3 AS "contentSm3", issued_by AS "issuedBy", issued_at AS "issuedAt"
     FROM meeting_issue WHERE county_id = $1 AND id = $2`,
    [reader.countyId, meetingId],
  );
  if (!row) return undefined;
  const { text_sealed, ...issue } = row;
  return { ...issue, text: JSON.parse(vault.open(ofIssue(row.id), text_sealed)) as MinutesText };
}
