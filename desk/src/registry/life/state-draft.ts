import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { ChangeStateBody } from '@guanhu/shared/registry/patient-life.contract';
import type { PatientState } from '@guanhu/shared/registry/registry.terms';

export type StateDraft = {
  readonly to?: PatientState;
  readonly on: CalendarDate;
  readonly reason: string;
  readonly place: string;
  readonly expectedBack?: CalendarDate;
  readonly lostReason?: number;
  readonly deathCause?: number;
  readonly fatalIllness?: number;
};

/** How the place of a state is asked for; a state without one has no place. */
export const PLACE_LABELS: { readonly [S in PatientState]?: string } = {
  away: '去了哪里',
  inCustody: '在哪里（可不填）',
  compulsoryMedical: '在哪里（可不填）',
  compulsoryDrugRehab: '在哪里（可不填）',
  movedOut: '迁往哪里',
};
const PLACE_NEEDED: ReadonlySet<PatientState> = new Set<PatientState>(['away', 'movedOut']);

/** The request for a turn; undefined while something that it needs is missing. */
export function stateBody(draft: StateDraft, from: PatientState): ChangeStateBody | undefined {
  const { to, on } = draft;
  const [reason, place] = [draft.reason.trim(), draft.place.trim()];
  if (to === undefined || reason === '' || (PLACE_NEEDED.has(to) && place === '')) return undefined;
  const common = { from, on, reason };
  const where = place === '' ? {} : { place };
  switch (to) {
    case 'suspected':
    case 'registered':
    case 'inCare':
    case 'notConfirmed':
      return { ...common, to };
    case 'away':
      return { ...common, to, place, ...(draft.expectedBack === undefined ? {} : { expectedBack: draft.expectedBack }) };
    case 'movedOut':
      return { ...common, to, place };
    case 'inCustody':
    case 'compulsoryMedical':
    case 'compulsoryDrugRehab':
      return { ...common, to, ...where };
    case 'lostToFollowUp':
      return draft.lostReason === undefined ? undefined : { ...common, to, lostReason: draft.lostReason as 5 };
    case 'deceased': {
      if (draft.deathCause === undefined) return undefined;
      const illness = draft.deathCause === 1 && draft.fatalIllness !== undefined ? { fatalIllness: draft.fatalIllness as 8 } : {};
      return { ...common, to, deathCause: draft.deathCause as 6, ...illness };
    }
    // Recorded where the ground of an admission, and the clues of a search, are asked for.
    case 'hospitalised':
    case 'missing':
    case 'merged':
      return undefined;
  }
}
