import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';

/** Who sits in one seat of one patient, from a day on; `until` is the last day. */
export type Sitting = { readonly personId: string; readonly since: CalendarDate; readonly until: CalendarDate | null };
/** What a change does to the seat: whose sitting ends with which day, and who begins. */
export type SeatChange = {
  readonly end: readonly { readonly personId: string; readonly lastDay: CalendarDate }[];
  readonly begin: { readonly personId: string; readonly since: CalendarDate } | null;
};

/** How far ahead a change may be arranged, days. */
const MOST_AHEAD = 366;

/**
 * Whether the seat may pass to `personId` (null: become vacant) from `from` on. Everybody who sits there then ends the day before; what they
 * did until then stays done by them. With `beside`, nobody ends: two share the seat.
 * @param sittings  those that are not over before `from`, and those still to begin
 */
export function decideSeatChange(
  wanted: { readonly personId: string | null; readonly from: CalendarDate; readonly beside: boolean },
  sittings: readonly Sitting[],
  today: CalendarDate,
): Decision<SeatChange> {
  const { personId, from, beside } = wanted;
  const there = sittings.filter(one => one.until === null || one.until >= from);
  if (from > addDays(today, MOST_AHEAD)) return refuse('TEAM_DAY_OUT_OF_RANGE');
  const others = there.filter(one => one.personId !== personId);
  const stays = there.some(one => one.personId === personId && one.since <= from && one.until === null);
  // A sitting that began after the day would never have been: nothing that was in force is unmade.
  if (!beside && others.some(one => one.since > from && one.since <= today)) return refuse('TEAM_DAY_OUT_OF_RANGE');
  if (stays && (beside || others.length === 0)) return refuse('SEAT_ALREADY_HELD');
  if (personId === null && others.length === 0) return refuse('SEAT_ALREADY_HELD');
  return grant({
    end: beside ? [] : others.map(one => ({ personId: one.personId, lastDay: addDays(from, -1) })),
    begin: personId === null || stays ? null : { personId, since: from },
  });
}
