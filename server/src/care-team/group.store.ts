import type { AreaKind } from '@guanhu/shared/access/access.terms';
import type { GroupRole } from '@guanhu/shared/care-team/groups.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

const duty = (row: Id) => ({ table: 'group_member', row, column: 'duty_sealed' });
const HELD = 'member.since <= $2 AND (member.until IS NULL OR member.until >= $2)';

export type GroupLine = {
  readonly areaId: Id;
  readonly areaName: string;
  readonly areaKind: Exclude<AreaKind, 'county'>;
  readonly code: string;
  readonly leads: readonly Id[];
  readonly members: number;
};

/** Townships and villages of these areas with who leads their group on `day`, in the order of their codes: a township before its villages. */
export const readGroups = (
  reader: Reader,
  asked: { areas: readonly Id[]; after: { readonly code: string; readonly id: Id } | null; limit: number; day: CalendarDate },
): Promise<GroupLine[]> =>
  reader.sql(
    `SELECT area.id AS "areaId", area.name AS "areaName", area.kind AS "areaKind", area.code, coalesce(who.leads, '{}') AS leads, who.members
     FROM area CROSS JOIN LATERAL (
       SELECT array_agg(person_id ORDER BY member.since, member.id) FILTER (WHERE member.role = 'lead') AS leads, count(*) AS members
       FROM group_member AS member WHERE member.county_id = $1 AND member.area_id = area.id AND ${HELD}
     ) AS who
     WHERE area.county_id = $1 AND area.kind <> 'county' AND area.path && $3::uuid[] AND area.from_on <= $2
       AND (area.until_on IS NULL OR area.until_on >= $2) AND ($4::text IS NULL OR (area.code, area.id) > ($4, $5::uuid))
     ORDER BY area.code, area.id LIMIT $6`,
    [reader.countyId, asked.day, asked.areas, asked.after?.code ?? null, asked.after?.id ?? null, asked.limit],
  );

export async function readOffice(reader: Reader, areaId: Id): Promise<{ organisationId: Id; name: string } | null> {
  const [row] = await reader.sql<{ organisationId: Id; name: string }>(
    `SELECT organisation.id AS "organisationId", organisation.name FROM care_group
     JOIN organisation ON organisation.county_id = $1 AND organisation.id = care_group.office_id
     WHERE care_group.county_id = $1 AND care_group.id = $2`,
    [reader.countyId, areaId],
  );
  return row ?? null;
}

export async function writeOffice(tx: Tx, areaId: Id, officeId: Id | null): Promise<void> {
  if (officeId === null) await tx.sql('DELETE FROM care_group WHERE county_id = $1 AND id = $2', [tx.countyId, areaId]);
  else
    await tx.sql(
      `INSERT INTO care_group (county_id, id, office_id) VALUES ($1, $2, $3)
       ON CONFLICT (county_id, id) DO UPDATE SET office_id = excluded.office_id`,
      [tx.countyId, areaId, officeId],
    );
}

export type MemberRow = {
  readonly id: Id;
  readonly personId: Id;
  readonly role: GroupRole;
  readonly duty: string | null;
  readonly since: CalendarDate;
  readonly until: CalendarDate | null;
};

/** Everybody who is or was in the group, latest first. */
export async function readMembers(reader: Reader, vault: CountyVault, areaId: Id): Promise<MemberRow[]> {
  const rows = await reader.sql<MemberRow & { duty_sealed: Buffer | null }>(
    `SELECT id, person_id AS "personId", role, duty_sealed, since, until FROM group_member
     WHERE county_id = $1 AND area_id = $2 AND (until IS NULL OR until >= since) ORDER BY since DESC, id DESC`,
    [reader.countyId, areaId],
  );
  return rows.map(({ duty_sealed, ...row }) => ({ ...row, duty: duty_sealed === null ? null : vault.open(duty(row.id), duty_sealed) }));
}

/** @returns false when the id is taken. */
export async function insertMember(
  tx: Tx,
  vault: CountyVault,
  one: { id: Id; areaId: Id; personId: Id; role: GroupRole; duty: string | null; since: CalendarDate },
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO group_member (county_id, id, area_id, person_id, role, duty_sealed, since) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [tx.countyId, one.id, one.areaId, one.personId, one.role, one.duty === null ? null : vault.seal(duty(one.id), one.duty), one.since],
  );
  return rows.length === 1;
}

/** For a decision about the group: two changes take turns. */
export const lockMembers = (tx: Tx, areaId: Id, day: CalendarDate): Promise<Omit<MemberRow, 'duty'>[]> =>
  tx.sql(
    `SELECT id, person_id AS "personId", role, since, until FROM group_member
     WHERE county_id = $1 AND area_id = $2 AND (until IS NULL OR until >= $3) ORDER BY id FOR UPDATE`,
    [tx.countyId, areaId, day],
  );

export async function endMember(tx: Tx, id: Id, lastDay: CalendarDate): Promise<void> {
  await tx.sql('UPDATE group_member SET until = $3 WHERE county_id = $1 AND id = $2', [tx.countyId, id, lastDay]);
}

/** Whoever leaves the service leaves the groups, the day before `on`. */
export async function endMemberships(tx: Tx, personId: Id, on: CalendarDate): Promise<void> {
  await tx.sql(
    `UPDATE group_member SET until = greatest($3::date - 1, since - 1)
     WHERE county_id = $1 AND person_id = $2 AND (until IS NULL OR until >= $3)`,
    [tx.countyId, personId, on],
  );
}
