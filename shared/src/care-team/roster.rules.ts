import type { PatientState } from '../registry/registry.terms.ts';
import type { StaffSeat } from './seats.terms.ts';
import type { MismatchKind } from './roster.terms.ts';

/** Files without a line on the responsibility list: not yet registered, or over. Nobody need be on their team. */
export const OFF_LIST = ['suspected', 'deceased', 'movedOut', 'notConfirmed', 'merged'] as const satisfies readonly PatientState[];

/** What a mismatch is about; the persons of two spellings, the holder of a seat, nobody for a vacancy. */
export type MismatchSubject =
  | {
      readonly kind: Exclude<MismatchKind, 'vacant' | 'spelling'>;
      readonly villageId: string;
      readonly seat: StaffSeat;
      readonly personId: string;
    }
  | { readonly kind: 'vacant'; readonly villageId: string; readonly seat: StaffSeat }
  | { readonly kind: 'spelling'; readonly persons: readonly [string, string] };

/** The key by which a mismatch is shown, resolved and kept: other persons or another place make another mismatch. */
export function mismatchKey(one: MismatchSubject): string {
  if (one.kind === 'spelling') return ['spelling', ...[...one.persons].sort()].join(':');
  return [one.kind, one.villageId, one.seat, ...(one.kind === 'vacant' ? [] : [one.personId])].join(':');
}

/** Names shorter than this differ by one character too often to mean anything. */
const SHORTEST_ALIKE = 3;

/** Whether two names may be one person's: equal without spaces, or of three characters and more and different in exactly one. */
export function maybeSamePerson(a: string, b: string): boolean {
  const [one, other] = [Array.from(a.replace(/\s+/gu, '')), Array.from(b.replace(/\s+/gu, ''))];
  if (one.length !== other.length) return false;
  const different = one.filter((character, at) => character !== other[at]).length;
  return different === 0 || (different === 1 && one.length >= SHORTEST_ALIKE);
}
