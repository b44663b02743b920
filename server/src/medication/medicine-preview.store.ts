import type { MedicineMoves } from '@guanhu/shared/medication/medicine-preview.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Scope } from '../access/access.public.ts';
import type { Reader } from '../platform/database/database.ts';
import { scopedPage, UNDER, type Under } from '../policy/policy.public.ts';
import { SILENCE, TAKING } from './medication.store.ts';

/** The kinds of date, each with whether the patient's own day lies beyond the boundary; a boundary of NULL moves nobody. */
const FLAGS = `
  coalesce(regimen.runs_out_on > $5::date, false) AS refill,
  coalesce(regimen.injection_due_on > $6::date, false) AS injection,
  coalesce(family.guarded AND silent.since > $7::date AND silent.since <= $9::date, false) AS ask,
  coalesce(family.guarded AND silent.since > $8::date AND silent.since <= $9::date, false) AS silence`;
const FROM = `${TAKING}
  JOIN area ON area.county_id = $1 AND area.id = patient.village_id
  ${SILENCE}
  CROSS JOIN LATERAL (SELECT EXISTS (
    SELECT FROM guardianship WHERE guardianship.county_id = $1 AND guardianship.patient_id = patient.id
      AND guardianship.since <= $2 AND (guardianship.until IS NULL OR guardianship.until >= $2)) AS guarded) AS family
  CROSS JOIN LATERAL (SELECT ${FLAGS}) AS flag
  WHERE regimen.county_id = $1 AND regimen.since <= $2 AND (regimen.until IS NULL OR regimen.until >= $2) AND ${UNDER}`;

type Asked = { readonly under: Under; readonly moves: MedicineMoves; readonly today: CalendarDate };
const valuesOf = (reader: Reader, { under, moves, today }: Asked) => {
  const boundary = ({ move, after }: MedicineMoves['refill']) => (move === null ? null : after);
  const { refill, injection, ask, silence, quietUntil } = moves;
  return [reader.countyId, today, under.only, under.except, ...[refill, injection, ask, silence].map(boundary), quietUntil];
};

type Flags<T> = { readonly refill: T; readonly injection: T; readonly ask: T; readonly silence: T };

/** How many take medicine in these areas, how many of them are moved at all, and how many of each kind. */
export async function countMoved(
  reader: Reader,
  asked: Asked,
  areas: readonly Id[],
): Promise<Flags<number> & { readonly patients: number; readonly moved: number }> {
  const [row] = await reader.sql<Flags<number> & { patients: number; moved: number }>(
    `SELECT count(*) AS patients, count(*) FILTER (WHERE refill OR injection OR ask OR silence) AS moved, count(*) FILTER (WHERE refill) AS refill,
       count(*) FILTER (WHERE injection) AS injection, count(*) FILTER (WHERE ask) AS ask, count(*) FILTER (WHERE silence) AS silence
     ${FROM} AND area.path && $10::uuid[]`,
    [...valuesOf(reader, asked), areas],
  );
  return row ?? { patients: 0, moved: 0, refill: 0, injection: 0, ask: 0, silence: 0 };
}

/** Those who are moved within a scope, in the order of their ids. */
export const listMoved = (
  reader: Reader,
  asked: Asked,
  { scope, after, limit }: { scope: Scope; after: Id | null; limit: number },
): Promise<(Flags<boolean> & { readonly id: Id; readonly nameSealed: Buffer; readonly villageName: string })[]> =>
  reader.sql(
    `SELECT patient.id, patient.name_sealed AS "nameSealed", area.name AS "villageName", flag.*
     ${FROM} AND (flag.refill OR flag.injection OR flag.ask OR flag.silence) AND ${scopedPage('$10', '$11', '$12', '$13')}`,
    [...valuesOf(reader, asked), scope.areas, scope.seats, after, limit],
  );
