import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { BodyOf } from '@guanhu/shared/kernel/route';
import type { Arrival } from '@guanhu/shared/medication/medication.terms';
import type { recordDispensing } from '@guanhu/shared/medication/supply.routes';

/** What is typed and tapped; numbers as they stand in their fields. */
export type SupplyForm = {
  readonly drug: string;
  readonly tablets: string;
  readonly mgPerTablet: string;
  readonly days: number | undefined;
  readonly givenOn: CalendarDate;
  readonly givenBy: string;
  readonly free: 'free' | 'paid' | undefined;
  readonly arrival: Arrival | 'notYet' | undefined;
};

/** The request, once everything that it needs is there: days, or tablets with their strength; undefined before. */
export function dispensingBody(form: SupplyForm, dispensingId: string): BodyOf<typeof recordDispensing> | undefined {
  const [drug, givenBy] = [form.drug.trim(), form.givenBy.trim()];
  const [tablets, mgPerTablet] = [Number(form.tablets), Number(form.mgPerTablet)];
  const counted = Number.isInteger(tablets) && tablets > 0 && mgPerTablet > 0;
  const { days, givenOn, free, arrival } = form;
  if (drug === '' || givenBy === '' || free === undefined || arrival === undefined || (days === undefined && !counted)) return undefined;
  return {
    dispensingId,
    drug,
    givenOn,
    givenBy,
    free: free === 'free',
    ...(counted ? { tablets, mgPerTablet } : {}),
    ...(days === undefined ? {} : { days }),
    // Whoever writes it down today saw it at home today, or on the day on which it was given out.
    ...(arrival === 'notYet' ? {} : { arrival: { how: arrival, on: givenOn } }),
  };
}
