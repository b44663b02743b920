import type { StandingAnswer } from '@guanhu/shared/assessment/assessment.contract';
import { CYCLES } from '@guanhu/shared/assessment/assessment.terms';
import { SEAT_LABELS } from '@guanhu/shared/care-team/seats.terms';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { MedicationAnswer } from '@guanhu/shared/medication/regimen.contract';

/** Medicine is spoken of so many days ahead: time to order it, or to ask the family in. */
const MEDICINE_AHEAD_DAYS = 7;

/** One thing that is to be done by a day. `late`: the day and its grace are over; `soon`: it is the day, or in sight. */
export type Due = { readonly what: string; readonly dueOn: CalendarDate; readonly when: 'late' | 'soon' | 'ahead' };

type Standing = Pick<StandingAnswer, 'dues' | 'cycles'>;
type Medicine = Pick<MedicationAnswer, 'injectionsDue' | 'runsOutOn' | 'ordered'>;

/** What is to be done for a patient, soonest first: every seat's next visit, and what else is late or in sight. */
export function whatIsDue(standing: Standing | undefined, medicine: Medicine | undefined, today: CalendarDate): readonly Due[] {
  const by = (dueOn: CalendarDate): Due['when'] => (dueOn < today ? 'late' : 'soon');
  const inSight = addDays(today, MEDICINE_AHEAD_DAYS);
  const all: Due[] = [
    ...(standing?.dues ?? []).map(({ seat, dueOn, overdue }): Due => ({
      what: `${SEAT_LABELS[seat]}随访`,
      dueOn,
      when: overdue ? 'late' : dueOn <= today ? 'soon' : 'ahead',
    })),
    ...(standing?.cycles ?? [])
      .filter(({ state }) => state === 'overdue' || state === 'due')
      .map(({ cycle, dueOn, state }): Due => ({ what: CYCLES[cycle], dueOn, when: state === 'overdue' ? 'late' : 'soon' })),
    ...(medicine?.injectionsDue ?? [])
      .filter(({ dueOn }) => dueOn <= inSight)
      .map(({ drug, dueOn }): Due => ({ what: `打针：${drug}`, dueOn, when: by(dueOn) })),
    ...(medicine?.ordered && medicine.runsOutOn !== null && medicine.runsOutOn <= inSight
      ? [{ what: '续药', dueOn: medicine.runsOutOn, when: by(medicine.runsOutOn) }]
      : []),
  ];
  return all.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}
