import { dayOf, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { BodyOf } from '@guanhu/shared/kernel/route';
import { markRollCall } from '@guanhu/shared/visits/special-period.routes';
import type { MyRollCall } from '@guanhu/shared/visits/special-period.contract';
import type { RollCallResult } from '@guanhu/shared/visits/special-period.terms';
import type { Intent } from '../outbox/outbox.ts';

/** What became of a tap: on its way, only on this phone, at the server, or refused. */
export type Marked = {
  readonly result: RollCallResult;
  readonly at: string;
  readonly state: 'sending' | 'queued' | 'saved' | 'refused';
  readonly say?: string;
};
/** By patient. */
export type Marks = Readonly<Record<string, Marked>>;

/**
 * The roll-call as of today. What a phone without signal kept from an earlier day says whom to look for; that somebody was seen then says
 * nothing of today.
 */
export function rollCallOf(today: CalendarDate, kept: MyRollCall): MyRollCall {
  if (kept.on >= today) return kept;
  const unseen = (person: MyRollCall['persons'][number]) => ({ ...person, state: 'missing' as const, mark: null });
  return { ...kept, on: today, persons: kept.persons.map(unseen), wards: kept.wards.map(unseen) };
}

const MARK_URL = new RegExp(`^${markRollCall.path.replace(':patientId', '([^/]+)')}$`);

/** Marks that this person made today and that wait on the phone, also from before the app was closed; the last of a patient counts. */
export const waitingMarks = (today: CalendarDate, personId: string, waiting: readonly Pick<Intent, 'personId' | 'url' | 'body'>[]): Marks =>
  ofToday(
    today,
    Object.fromEntries(
      waiting.flatMap(intent => {
        const patientId = MARK_URL.exec(intent.url)?.[1];
        if (patientId === undefined || intent.personId !== personId) return [];
        const { result, at } = intent.body as BodyOf<typeof markRollCall>;
        return [[patientId, { result, at, state: 'queued' }]];
      }),
    ),
  );

/** A page may stay open over night: what was said yesterday is not said of today. */
export const ofToday = (today: CalendarDate, marks: Marks): Marks =>
  Object.fromEntries(Object.entries(marks).filter(([, { at }]) => dayOf(new Date(at)) === today));

/** Whether the same is on its way already: a second tap says nothing new. */
export const isOnItsWay = (mark: Marked | undefined, result: RollCallResult): boolean =>
  mark?.result === result && (mark.state === 'sending' || mark.state === 'queued');
