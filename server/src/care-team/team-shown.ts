import type { Team } from '@guanhu/shared/care-team/care-team.contract';
import { SEATS, SEAT_LABELS, type Seat } from '@guanhu/shared/care-team/seats.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Contact } from '../access/access.public.ts';
import type { GuardianshipRow } from '../registry/registry.public.ts';
import type { SeatRow } from './care-team.store.ts';

type Holder = { readonly patientId: Id; readonly post: Seat; readonly personId: Id; readonly since: CalendarDate };

/** Everybody around these patients: the seats of staff, then the guardians. */
export const holdersOf = (seats: readonly SeatRow[], guardians: readonly GuardianshipRow[]): readonly Holder[] => [
  ...seats,
  ...guardians.map(guardian => ({ ...guardian, post: 'guardian' as const })),
];

/** The eight posts around one patient as a reader sees them. `held`: of this patient. */
export const shownTeam = (patientId: Id, held: readonly Holder[], contacts: ReadonlyMap<Id, Contact>): Team => ({
  patientId,
  seats: SEATS.map(seat => ({
    seat,
    label: SEAT_LABELS[seat],
    holders: held
      .filter(one => one.post === seat)
      .map(({ personId, since }) => ({
        personId,
        name: contacts.get(personId)?.name ?? '',
        phone: contacts.get(personId)?.phone ?? null,
        since,
      })),
  })),
});
