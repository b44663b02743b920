import type { AfterKind, CallReason, TaskKind } from '@guanhu/shared/agenda/agenda.terms';
import { CALL_PARTS, type CarePart } from '@guanhu/shared/agenda/care-part.rules';
import { overdueAfterOf } from '@guanhu/shared/agenda/due.rules';
import { datesAfterChange } from '@guanhu/shared/agenda/pause.rules';
import type { NamedKind, OfficeKind } from '@guanhu/shared/agenda/office.rules';
import { TASK_KEYS } from '@guanhu/shared/agenda/task-key.rules';
import { hastened, type SeatDue } from '@guanhu/shared/assessment/standing.rules';
import type { Seat } from '@guanhu/shared/care-team/seats.terms';
import { addDays, dayOf, daysBetween, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { VisitPolicy, VisitingSeat } from '@guanhu/shared/policy/policy.terms';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { Policies } from '../policy/policy.public.ts';
import * as assignees from './assignee.store.ts';
import { cancelCallsOf, insertCallWards } from './call-ward.store.ts';
import { followCare, giveGuardianTasks, reopenClosed, reopenTask } from './care.store.ts';
import * as dues from './due.store.ts';
import * as offices from './office.store.ts';
import { dropIdleCallsOf, insertTasks, partOfOne } from './plan.store.ts';
import * as tasks from './task.store.ts';

/** The tasks and dates of a county, for the rooms above. */
@Injectable()
export class Agenda {
  readonly #policies: Policies;
  readonly #outbox: Outbox;
  readonly #clock: Clock;

  constructor(policies: Policies, outbox: Outbox, clock: Clock) {
    this.#policies = policies;
    this.#outbox = outbox;
    this.#clock = clock;
  }

  task(reader: Reader, taskId: Id): Promise<tasks.TaskRow | undefined> {
    return tasks.readTask(reader, taskId);
  }

  /**
   * Asks whoever stands nearest to the patient to telephone today, and promises `call-opened` so that they hear of it. `cause` (a day or an
   * id) makes the call one; it is about the patients of `also` too. @returns the task, when it is new
   */
  async openCall(
    tx: Tx,
    { also = [], ...call }: { reason: CallReason; patientId: Id; cause: string; causeId?: Id; also?: readonly Id[] },
  ): Promise<Id | undefined> {
    const now = this.#clock.now();
    const key = TASK_KEYS.call(call.reason, call.patientId, call.cause);
    const opened = await tasks.insertCall(tx, {
      ...call,
      key,
      causeId: call.causeId ?? null,
      part: CALL_PARTS[call.reason],
      day: dayOf(now),
      now,
    });
    if (opened)
      await insertCallWards(
        tx,
        opened.taskId,
        also.filter(id => id !== call.patientId),
      );
    if (opened && opened.assigneeId !== null) {
      const payload = { personId: opened.assigneeId, patientId: call.patientId, day: dayOf(now) };
      await this.#outbox.put(tx, { kind: 'call-opened', key: opened.taskId, payload });
    }
    return opened?.taskId;
  }

  /**
   * Families have answered, each for one of these patients: the calls for these reasons end that are about the patient, also besides
   * another one, and the calls about what they have answered.
   */
  async familiesAnswered(tx: Tx, patientIds: readonly Id[], reasons: readonly CallReason[]): Promise<void> {
    const now = this.#clock.now();
    await cancelCallsOf(tx, { patientIds, reasons, now });
    await dropIdleCallsOf(tx, patientIds, now);
  }

  /** Ends the live tasks of a patient; of one kind or one reason for calling when named. */
  cancel(tx: Tx, patientId: Id, { kind, reason }: { kind?: TaskKind; reason?: CallReason } = {}): Promise<void> {
    return tasks.cancelTasks(tx, { patientId, kind: kind ?? null, reason: reason ?? null, now: this.#clock.now() });
  }

  /**
   * The tasks of one kind of a patient come down to the one with this key, or none: the others are done when somebody did what they asked
   * for, else cancelled. The one that stays is opened by planning.
   */
  keepOnly(tx: Tx, patientId: Id, kind: TaskKind, { key, doneBy }: { key: string | null; doneBy: Id | null }): Promise<void> {
    return tasks.closeOthers(tx, { patientId, kind, keep: key, by: doneBy, now: this.#clock.now() });
  }

  /** Ends the calls about something that needs none any more: an incident, an entitlement. */
  cancelAbout(tx: Tx, causeId: Id): Promise<void> {
    return tasks.cancelCallsAbout(tx, causeId, this.#clock.now());
  }

  /**
   * What a visit or an incident led to, for whoever holds the seat today (the first of `seats` that is held); the same cause (and `part` of
   * it, where there are several) again opens nothing.
   */
  openAfter(
    tx: Tx,
    { part, ...task }: { kind: AfterKind; patientId: Id; causeId: Id; part?: string; seats: readonly Seat[]; dueOn: CalendarDate },
  ): Promise<void> {
    const now = this.#clock.now();
    return tasks.insertAfter(tx, { ...task, key: TASK_KEYS.after(task.kind, task.causeId, part), day: dayOf(now), now });
  }

  /**
   * A seat that has no date of its own is to visit until `dueOn`, once: no policy moves or ends it. Nothing opens where one of its visits is
   * open already.
   */
  visitOnce(tx: Tx, { seat, ...visit }: { patientId: Id; seat: VisitingSeat; causeId: Id; dueOn: CalendarDate }): Promise<void> {
    const now = this.#clock.now();
    const key = TASK_KEYS.visitOnce(seat, visit.causeId);
    return tasks.insertAfter(tx, { ...visit, kind: 'visit', seats: [seat], key, day: dayOf(now), now });
  }

  /** Ends the live tasks of this kind about this cause (or one `part` of it) as done; nothing when there is none. */
  finishAfter(tx: Tx, { part, ...task }: { kind: AfterKind; causeId: Id; part?: string; by: Id }): Promise<void> {
    const key = part === undefined ? null : TASK_KEYS.after(task.kind, task.causeId, part);
    return tasks.finishTasksAbout(tx, { ...task, key, now: this.#clock.now() });
  }

  /** Something for an office to look into until `dueOn`, of a patient or of nobody; the same cause again opens nothing. */
  openForOffice(tx: Tx, task: { kind: OfficeKind; patientId: Id | null; causeId: Id; dueOn: CalendarDate }): Promise<void> {
    const now = this.#clock.now();
    return offices.insertForOffice(tx, { ...task, day: dayOf(now), now });
  }

  /** An office has looked into this; nothing when there was no task. */
  finishForOffice(tx: Tx, task: { kind: OfficeKind; causeId: Id; by: Id }): Promise<void> {
    return tasks.finishTasksAbout(tx, { ...task, key: null, now: this.#clock.now() });
  }

  /** Asks one person, by name, to do something about no patient until `dueOn`; the same cause (and `part` of it) again opens nothing. */
  openNamed(
    tx: Tx,
    { part, ...task }: { kind: NamedKind; causeId: Id; part?: string; assigneeId: Id | null; dueOn: CalendarDate },
  ): Promise<void> {
    return offices.insertNamed(tx, { ...task, key: TASK_KEYS.named(task.kind, task.causeId, part), now: this.#clock.now() });
  }

  /** Asks many at once, each for one `part` of a cause; asked again, a part that is still open goes to whoever is named now. */
  askNamed(
    tx: Tx,
    kind: NamedKind,
    asked: readonly { readonly causeId: Id; readonly part: string; readonly assigneeId: Id | null; readonly dueOn: CalendarDate }[],
  ): Promise<void> {
    const tasks = asked.map(({ part, ...task }) => ({ ...task, key: TASK_KEYS.named(kind, task.causeId, part) }));
    return offices.askNamed(tx, kind, tasks, this.#clock.now());
  }

  /** Somebody else is asked from now on (for one `part` of it). */
  giveNamed(tx: Tx, { part, ...task }: { kind: NamedKind; causeId: Id; part?: string; assigneeId: Id | null }): Promise<void> {
    return offices.giveNamed(tx, { ...task, key: part === undefined ? null : TASK_KEYS.named(task.kind, task.causeId, part) });
  }

  /** Nobody need do it any more. */
  dropNamed(tx: Tx, { kind, causeId }: { kind: NamedKind; causeId: Id }): Promise<void> {
    return assignees.closeAbout(tx, { kind, causeId, by: null, now: this.#clock.now() });
  }

  /** It was done by somebody (one `part` of it, or all that was due up to a day); nothing when there was no task. */
  finishNamed(tx: Tx, { part, ...task }: { kind: NamedKind; causeId: Id; part?: string; upTo?: CalendarDate; by: Id }): Promise<void> {
    const key = part === undefined ? null : TASK_KEYS.named(task.kind, task.causeId, part);
    return tasks.finishTasksAbout(tx, { ...task, key, now: this.#clock.now() });
  }

  /** Of these patients, those of whose family one of these persons is today: a guardian, or who acts for one. */
  kin(reader: Reader, personIds: readonly Id[], patientIds: readonly Id[]): Promise<ReadonlySet<Id>> {
    return offices.readKin(reader, { personIds, patientIds, day: dayOf(this.#clock.now()) });
  }

  /** Of these persons, those of the patient's family today: guardians, who acts for one, and whoever stands in for either. */
  familyAmong(reader: Reader, personIds: readonly Id[], patientId: Id): Promise<ReadonlySet<Id>> {
    return offices.readFamilyAmong(reader, { personIds, patientId, day: dayOf(this.#clock.now()) });
  }

  /** Takes back the live tasks of this kind about this cause: nobody need do them any more. */
  cancelAfter(tx: Tx, { kind, causeId }: { kind: AfterKind; causeId: Id }): Promise<void> {
    return assignees.closeAbout(tx, { kind, causeId, by: null, now: this.#clock.now() });
  }

  /** These seats come no later than `by`: something was found that does not wait for the interval. */
  async hasten(tx: Tx, patientId: Id, seats: readonly VisitingSeat[], by: CalendarDate): Promise<void> {
    await this.setDues(tx, new Map([[patientId, hastened(await dues.readDues(tx, [patientId]), seats, by)]]));
  }

  /** Until when something is to be done about this cause; null when nothing is any more. */
  dueAfter(reader: Reader, kind: AfterKind, causeId: Id): Promise<CalendarDate | null> {
    return tasks.readDueAbout(reader, kind, causeId);
  }

  /** Live tasks of these patients go to whoever holds their seat today. */
  followSeats(tx: Tx, patientIds: readonly Id[]): Promise<void> {
    return assignees.followSeats(tx, dayOf(this.#clock.now()), patientIds);
  }

  /** Live tasks that a person has in the field. */
  countLive(reader: Reader, personId: Id): Promise<number> {
    return assignees.countLive(reader, personId);
  }

  /** No live task of the field stays with a person who goes. */
  passTasks(tx: Tx, { from, to }: { from: Id; to: Id | null }): Promise<void> {
    return assignees.passTasks(tx, { from, to, day: dayOf(this.#clock.now()) });
  }

  /** Asks the patient's doctor to form a case team (round 0) or to review it, until `dueOn`. */
  openCaseReview(tx: Tx, review: { caseTeamId: Id; patientId: Id; round: number; dueOn: CalendarDate }): Promise<void> {
    const { caseTeamId, patientId, round, dueOn } = review;
    const now = this.#clock.now();
    const key = TASK_KEYS.caseReview(caseTeamId, round);
    const task = { kind: 'caseReview', key, patientId, seat: 'doctor', causeId: caseTeamId, dueOn, overdueAfter: dueOn } as const;
    return assignees.insertForSeat(tx, { ...task, day: dayOf(now), now });
  }

  /** The case team was formed or reviewed by somebody, or needs neither any more (null). */
  closeCaseReview(tx: Tx, caseTeamId: Id, by: Id | null): Promise<void> {
    return assignees.closeAbout(tx, { kind: 'caseReview', causeId: caseTeamId, by, now: this.#clock.now() });
  }

  /**
   * Opens tasks by the thousand: `select` yields kind, key, patient, assignee, seat, reason, cause, due day and the last day in time;
   * $1 is the county, the values follow from $2. @returns how many were new.
   */
  openFrom(tx: Tx, select: string, values: readonly unknown[]): Promise<number> {
    return insertTasks(tx, this.#clock.now(), select, values);
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

  /** Brings dates forward by the thousand: `select` yields patient, seat and the day; $1 is the county, the values follow from $2. */
  bringForward(tx: Tx, select: string, values: readonly unknown[]): Promise<void> {
    return dues.bringForward(tx, select, values);
  }

  /** What `bringForward` moved goes back, of the patients that `select` yields; $1 is the county, the values follow from $2. */
  putBack(tx: Tx, select: string, values: readonly unknown[]): Promise<void> {
    return dues.putBack(tx, select, values);
  }

  /** A seat has visited: its open visit is done and its interval begins anew; `next` is null when it visits no more. */
  async visited(tx: Tx, visit: { patientId: Id; seat: VisitingSeat; by: Id; next: SeatDue | null }): Promise<void> {
    const { patientId, next } = visit;
    if (next !== null) await dues.startRounds(tx, [row(patientId, next, await this.#policyFor(tx, patientId))]);
    await dues.finishVisit(tx, visit, visit.by, this.#clock.now());
  }

  /** The doctor telephoned that day instead of coming: the interval begins anew, as long as it was, unless it has begun anew since. */
  async telephoned(tx: Tx, patientId: Id, on: CalendarDate): Promise<void> {
    const due = (await dues.readDues(tx, [patientId])).find(one => one.seat === 'doctor');
    if (!due || due.countedFrom > on) return;
    const next = { seat: due.seat, countedFrom: on, dueOn: addDays(on, daysBetween(due.countedFrom, due.dueOn)) };
    await dues.startRounds(tx, [row(patientId, next, await this.#policyFor(tx, patientId))]);
  }

  /**
   * What goes on around a patient has changed: tasks of a part that pauses are suspended, those of a part that comes back are open again
   * with a new date, and with the last part all end. What is missing then is opened by `Planning.ofPatient`.
   */
  async followCare(
    tx: Tx,
    patientId: Id,
    { care: before, careSince }: { care: readonly CarePart[]; careSince: Date | null },
    after: readonly CarePart[],
  ): Promise<void> {
    const now = this.#clock.now();
    if (before.length === 0 && after.length > 0 && careSince !== null) await reopenClosed(tx, patientId, careSince);
    const policy = await this.#policyFor(tx, patientId);
    const restarted = datesAfterChange(await dues.readDues(tx, [patientId]), before, after, dayOf(now));
    await dues.startRounds(
      tx,
      restarted.map(due => row(patientId, due, policy)),
    );
    await followCare(tx, partOfOne(patientId), dayOf(now), now);
    if (before.join() !== after.join()) await this.#outbox.put(tx, { kind: 'care-changed', key: newId(), payload: { patientId } });
  }

  /** What was taken back is wanted again: the task with this key waits, until care lets it go on. @returns whether there was such a task */
  reopen(tx: Tx, key: string): Promise<boolean> {
    return reopenTask(tx, key);
  }

  /** The family's tasks go to this person; to nobody when nobody is asked any more. */
  giveGuardianTasks(tx: Tx, patientId: Id, personId: Id | null): Promise<void> {
    return giveGuardianTasks(tx, patientId, personId);
  }

  #policyFor(tx: Tx, patientId: Id): Promise<VisitPolicy> {
    return this.#policies.inForce(tx, 'visit', dayOf(this.#clock.now()), { patientId });
  }
}

const row = (patientId: Id, due: SeatDue, { graceDays }: VisitPolicy): dues.DueRow => ({
  patientId,
  ...due,
  overdueAfter: overdueAfterOf(due.dueOn, graceDays),
});
