import type { Cycle } from '@guanhu/shared/assessment/assessment.terms';
import { cycleDue, wantedBy } from '@guanhu/shared/assessment/cycle.rules';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { inTownship, mapSpread, ownOf } from '@guanhu/shared/policy/policy-in-force.rules';
import type { Stability } from '@guanhu/shared/policy/stability.terms';
import { Injectable } from '@nestjs/common';
import { Agenda, type Part } from '../agenda/agenda.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import * as store from './cycle.store.ts';

/** When reviews and exams come round: dates are made by the rules when a fact or the policy changes, and stored. */
@Injectable()
export class Cycles {
  readonly #agenda: Agenda;
  readonly #policies: Policies;
  readonly #clock: Clock;

  constructor(agenda: Agenda, policies: Policies, clock: Clock) {
    this.#agenda = agenda;
    this.#policies = policies;
    this.#clock = clock;
  }

  /** Gives everybody of a part their dates, and makes anew those that another policy made. */
  async followPolicy(tx: Tx, day: CalendarDate, part: Part): Promise<void> {
    const versions = await this.#policies.spread(tx, 'assessment', day);
    const outdated = await store.readOutdatedCycles(
      tx,
      part,
      mapSpread(versions, ({ seq }) => seq),
    );
    const made = outdated.map(({ patientId, townshipId, cycle, stability, riskOn, countedFrom, wantedBy: wanted }) => {
      const { seq, policy } = inTownship(versions, townshipId);
      // Whoever was rated before care began here was reviewed then; an exam nobody knows of is counted from today.
      const from = countedFrom ?? (cycle === 'riskReview' ? riskOn : null) ?? day;
      return { patientId, ...wantedBy(cycleDue(policy, cycle, stability, from), wanted), policySeq: seq };
    });
    await store.writeCycles(tx, made);
  }

  /** The class of a patient has changed: the next review follows, no later than something wanted it. */
  async followClass(tx: Tx, patientId: Id, stability: Stability | null): Promise<void> {
    const { seq, policy } = await this.#policies.versionInForce(tx, 'assessment', this.#clock.today(), { patientId });
    const present = await store.readCycles(tx, [patientId]);
    const made = present.map(({ cycle, countedFrom, wantedBy: wanted }) => ({
      patientId,
      ...wantedBy(cycleDue(policy, cycle, stability, countedFrom), wanted),
      policySeq: seq,
    }));
    await store.writeCycles(tx, made);
  }

  /** It was done on this day; a report of something older than the last one changes no date. @returns when it comes round next. */
  async done(
    tx: Tx,
    { patientId, cycle, on, stability, by }: { patientId: Id; cycle: Cycle; on: CalendarDate; stability: Stability | null; by: Id },
  ): Promise<CalendarDate> {
    const { seq, policy } = await this.#policies.versionInForce(tx, 'assessment', this.#clock.today(), { patientId });
    const before = (await store.readCycles(tx, [patientId])).find(one => one.cycle === cycle);
    if (before?.lastDoneOn && before.lastDoneOn > on) return before.dueOn;
    const wanted = before?.wantedBy ?? null;
    // A review of a day before the incident does not answer it.
    const next = wantedBy(cycleDue(policy, cycle, stability, on), wanted !== null && wanted > on ? wanted : null);
    await store.startRound(tx, { patientId, ...next, policySeq: seq }, by, this.#clock.now());
    return next.dueOn;
  }

  /** Something speaks for another rating, and only the doctor rates: the review does not wait for its day. */
  async reviewNow(tx: Tx, patientId: Id): Promise<void> {
    const today = this.#clock.today();
    // Of somebody whose dates were not made yet.
    await this.followPolicy(tx, today, { from: patientId, to: patientId });
    await store.hastenReview(tx, patientId, today);
  }

  /** Opens and moves the tasks of a part. @returns how many were opened. */
  async plan(tx: Tx, day: CalendarDate, part: Part): Promise<number> {
    const sight = mapSpread(await this.#policies.spread(tx, 'assessment', day), ({ policy }) => addDays(day, policy.horizonDays));
    await store.moveCycleTasks(tx, part);
    await store.reviveCycles(tx, part, sight);
    return this.#agenda.openFrom(tx, store.CYCLES_DUE, [part.from, part.to, day, sight.county, ...ownOf(sight)]);
  }
}
