import { calendarDate, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { mapSpread } from '@guanhu/shared/policy/policy-in-force.rules';
import { latestToldOf, type OverdueLevel } from '@guanhu/shared/reminders/overdue.rules';
import { instantOf } from '@guanhu/shared/reminders/quiet-hours.rules';
import { Injectable } from '@nestjs/common';
import type { Part } from '../agenda/agenda.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { passOnOverdue, promiseMoment, promiseMoments } from './plan.store.ts';

/**
 * Who is told what when: at each moment of the day one look at what is theirs then. What they are told is seen at that moment, so what was
 * done meanwhile is not told, and what came meanwhile is.
 */
@Injectable()
export class PlanReminders {
  readonly #policies: Policies;
  readonly #clock: Clock;

  constructor(policies: Policies, clock: Clock) {
    this.#policies = policies;
    this.#clock = clock;
  }

  /** The finished plan of a part is told, or of the tasks about nobody. Planning it again tells nobody again. */
  async ofPart(tx: Tx, day: CalendarDate, part: Part | null): Promise<void> {
    const policies = await this.#policies.spread(tx, 'reminder', day);
    const at = (time: 'medicationAt' | 'visitAt' | 'againAt') => mapSpread(policies, ({ policy }) => instantOf(day, policy[time]));
    const morning = at('visitAt');
    const moments = { medicine: at('medicationAt'), day: morning, again: at('againAt') };
    await promiseMoments(tx, part, { day, at: moments, since: morning.county });
    const toldOf = (level: OverdueLevel) => mapSpread(policies, ({ policy }) => latestToldOf(level, policy, day));
    const latest = { lead: toldOf('lead'), office: toldOf('office') };
    await passOnOverdue(tx, part, { latest, day, now: this.#clock.now(), notBefore: morning.county });
  }

  /** Somebody has a call to make that came after the day was planned: told with whatever else comes later that day. */
  async ofCall(tx: Tx, call: { personId: string; patientId: string; day: string }): Promise<void> {
    const day = calendarDate(call.day);
    const policy = await this.#policies.inForce(tx, 'reminder', day, { patientId: call.patientId });
    const isEarly = this.#clock.now() < instantOf(day, policy.visitAt);
    const [window, time] = isEarly ? (['day', policy.visitAt] as const) : (['again', policy.againAt] as const);
    await promiseMoment(tx, { window, day, personId: call.personId, notBefore: instantOf(day, time) });
  }
}
