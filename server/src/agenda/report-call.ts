import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import type { ReportCallAnswer, ReportCallBody } from '@guanhu/shared/agenda/agenda.contract';
import type { CallOutcome } from '@guanhu/shared/agenda/agenda.terms';
import { moveTask } from '@guanhu/shared/agenda/task-life.rules';
import { firstDayHandedIn } from '@guanhu/shared/care-team/former-holder.rules';
import { dayOf } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { actedAt } from '@guanhu/shared/kernel/phone-clock';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { Agenda } from './agenda.ts';
import { readCallWards } from './call-ward.store.ts';
import { lockTask, updateCall, heldSeat, type TaskRow } from './task.store.ts';

type CallRow = TaskRow & { readonly patientId: Id };

/**
 * How a telephone call went: reached closes the task, nobody answering leaves it open. A phone without signal may tell it after a merge, a
 * turn of the patient's life or a handover has ended the task: the call was made all the same, so its outcome stands in the file.
 */
@Injectable()
export class ReportCall {
  readonly #agenda: Agenda;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(agenda: Agenda, audit: Audit, clock: Clock) {
    this.#agenda = agenda;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async run(tx: Tx, actor: Actor, taskId: Id, { outcome, tappedAt }: ReportCallBody): Promise<ReportCallAnswer> {
    const task = await lockTask(tx, taskId);
    if (task?.kind !== 'call' || task.patientId === null) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const call = { ...task, patientId: task.patientId };
    const at = actedAt(tappedAt, this.#clock.now(), task.openedAt);
    const isMine = task.assigneeId !== null && standsFor(actor).includes(task.assigneeId);
    if (!isMine && !(await this.#wasMine(tx, actor, call))) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    if (!isMine || !moveTask(task.state, 'complete').granted) {
      await this.#keep(tx, actor, call, { outcome, at }, 'agenda:called-late');
      return { taskId, state: task.state, attempts: task.attempts, late: true };
    }
    const reached = outcome === 'reached';
    const state = reached ? 'done' : 'open';
    await updateCall(tx, { id: taskId, state, by: actor.personId, at });
    if (reached && task.reason === 'followUp') await this.#agenda.telephoned(tx, call.patientId, dayOf(at));
    await this.#keep(tx, actor, call, { outcome, at }, 'agenda:called');
    return { taskId, state, attempts: task.attempts + (reached ? 0 : 1), late: false };
  }

  /** A call passes to whoever holds its seat; whoever held that seat lately may have made it before it passed. */
  #wasMine(tx: Tx, actor: Actor, task: CallRow): Promise<boolean> {
    return heldSeat(tx, task, standsFor(actor), firstDayHandedIn(this.#clock.today()));
  }

  /** One call to a family stands in the file of everybody whom it was about, with when it was and how it went. */
  async #keep(tx: Tx, actor: Actor, { id, patientId }: CallRow, made: { outcome: CallOutcome; at: Date }, act: string): Promise<void> {
    const facts = { outcome: made.outcome, at: made.at.toISOString() };
    for (const about of [patientId, ...(await readCallWards(tx, id))])
      await this.#audit.deed(tx, { actor, act, objectKind: 'task', objectId: id, patientId: about, facts });
    await this.#audit.change(tx, { actor, objectKind: 'task', objectId: id, before: {}, after: { callOutcome: made.outcome } });
  }
}
