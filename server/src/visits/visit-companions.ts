import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import type { Seat } from '@guanhu/shared/care-team/seats.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { VISITING_SEATS, type VisitingSeat } from '@guanhu/shared/policy/policy.terms';
import { seatOfVisit } from '@guanhu/shared/visits/visit.rules';

/** Somebody of the team who was there too; `visits`: the seat whose interval begins anew. */
export type Companion = { readonly personId: Id; readonly seat: Seat; readonly visits: VisitingSeat | null };

/**
 * Who was named as present, each in a seat of their own: a visiting seat first.
 * @throws Refusal VISIT_COMPANION_NOT_OF_TEAM for a stranger, a guardian, the visitor, or somebody named twice.
 */
export function companionsOf(
  actor: Actor,
  visitSeat: VisitingSeat,
  team: readonly { readonly post: string; readonly personId: Id }[],
  named: readonly { readonly personId: Id }[],
): readonly Companion[] {
  const ids = named.map(one => one.personId);
  if (new Set(ids).size !== ids.length) throw new Refusal('VISIT_COMPANION_NOT_OF_TEAM');
  return ids.map(personId => {
    const held = team.filter(seat => seat.personId === personId && seat.post !== 'guardian').map(seat => seat.post);
    const seat = seatOfVisit(held, null) ?? held[0];
    if (seat === undefined || standsFor(actor).includes(personId)) throw new Refusal('VISIT_COMPANION_NOT_OF_TEAM');
    const visits = VISITING_SEATS.find(one => one === seat && one !== visitSeat) ?? null;
    return { personId, seat: seat as Seat, visits };
  });
}
