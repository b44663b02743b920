import type { CallReason, TaskKind } from '@guanhu/shared/agenda/agenda.terms';
import { overdueAfterOf } from '@guanhu/shared/agenda/due.rules';
import { TASK_KEYS } from '@guanhu/shared/agenda/task-key.rules';
import type { SeatDue } from '@guanhu/shared/assessment/standing.rules';
import { dayOf } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { VisitPolicy, VisitingSeat } from '@guanhu/shared/policy/policy.terms';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import * as dues from './due.store.ts';
import { dropIdleCalls, insertTasks } from './plan.store.ts';
import * as tasks from './task.store.ts';

/** The tasks and dates of a county, for the rooms above. */
@Injectable()
export class Agenda {
  readonly #policies: Policies;
  readonly #clock: Clock;

  constructor(policies: Policies, clock: Clock) {
    this.#policies = policies;
    this.#clock = clock;
  }

  task(reader: Reader, taskId: Id): Promise<tasks.TaskRow | undefined> {
    return tasks.readTask(reader, taskId);
  }

  /** Asks whoever stands nearest to the patient to telephone today. `cause` (a day or an id) makes the call one. */
  openCall(tx: Tx, call: { reason: CallReason; patientId: Id; cause: string; causeId?: Id }): Promise<void> {
    const now = this.#clock.now();
    const key = TASK_KEYS.call(call.reason, call.patientId, call.cause);
    return tasks.insertCall(tx, { ...call, key, causeId: call.causeId ?? null, day: dayOf(now), now });
  }

  /** Ends the live tasks of a patient; of one kind or one reason for calling when named. */
  cancel(tx: Tx, patientId: Id, { kind, reason }: { kind?: TaskKind; reason?: CallReason } = {}): Promise<void> {
    return tasks.cancelTasks(tx, { patientId, kind: kind ?? null, reason: reason ?? null, now: this.#clock.now() });
  }

  /** Ends the calls about something that needs none any more: an incident, an entitlement. */
  cancelAbout(tx: Tx, causeId: Id): Promise<void> {
    return tasks.cancelCallsAbout(tx, causeId, this.#clock.now());
  }

  /** Takes back the calls about this patient's tasks that are over by now. */
  dropIdleCalls(tx: Tx, patientId: Id): Promise<void> {
    return dropIdleCalls(tx, { from: patientId, to: patientId }, this.#clock.now());
  }

  /**
   * Opens tasks by the thousand: `select` yields key, patient, assignee, seat, reason, cause, due day and the last day in time;
   * $1 is the county, the values follow from $2. @returns how many were new.
   */
  openFrom(tx: Tx, kind: TaskKind, select: string, values: readonly unknown[]): Promise<number> {
    return insertTasks(tx, kind, this.#clock.now(), select, values);
  }

  /** When which seat visits these patients next, soonest first. */
  dues(reader: Reader, patientIds: readonly Id[]): Promise<dues.DueRow[]> {
    return dues.readDues(reader, patientIds);
  }

  /** Sets the dates of these patients as the rules made them. */
  async setDues(tx: Tx, made: ReadonlyMap<Id, readonly SeatDue[]>): Promise<void> {
    const policyOf = await this.#policies.ofPatients(tx, 'visit', dayOf(this.#clock.now()), [...made.keys()]);
    const rows = [...made].flatMap(([patientId, seats]) => seats.map(due => row(patientId, due, policyOf(patientId).policy)));
    await dues.replaceDues(tx, [...made.keys()], rows);
  }

  /** A seat has visited: its open visit is done and its interval begins anew; `next` is null when it visits no more. */
  async visited(tx: Tx, visit: { patientId: Id; seat: VisitingSeat; by: Id; next: SeatDue | null }): Promise<void> {
    const { patientId, seat, next } = visit;
    const policy = await this.#policies.inForce(tx, 'visit', dayOf(this.#clock.now()), { patientId });
    const due = next === null ? { patientId, seat, dueOn: null } : row(patientId, next, policy);
    await dues.startRound(tx, due, visit.by, this.#clock.now());
  }
}

const row = (patientId: Id, due: SeatDue, { graceDays }: VisitPolicy): dues.DueRow => ({
  patientId,
  ...due,
  overdueAfter: overdueAfterOf(due.dueOn, graceDays),
});
