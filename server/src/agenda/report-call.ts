import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import type { ReportCallAnswer, ReportCallBody } from '@guanhu/shared/agenda/agenda.contract';
import { moveTask } from '@guanhu/shared/agenda/task-life.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { Agenda } from './agenda.ts';
import { readCallWards } from './call-ward.store.ts';
import { readTask, updateCall } from './task.store.ts';

/** How a telephone call went: reached closes the task, nobody answering leaves it open. */
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

  async run(tx: Tx, actor: Actor, taskId: Id, { outcome }: ReportCallBody): Promise<ReportCallAnswer> {
    const task = await readTask(tx, taskId);
    if (task?.kind !== 'call' || task.assigneeId === null || !standsFor(actor).includes(task.assigneeId))
      throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const reached = outcome === 'reached';
    unwrap(moveTask(task.state, 'complete'));
    const state = reached ? 'done' : 'open';
    if (!(await updateCall(tx, { id: taskId, version: task.version, state, by: actor.personId, now: this.#clock.now() })))
      throw new Refusal('STALE');
    if (reached && task.reason === 'followUp') await this.#agenda.telephoned(tx, task.patientId);
    // One call to a family stands in the file of everybody whom it was about.
    for (const patientId of [task.patientId, ...(await readCallWards(tx, taskId))])
      await this.#audit.deed(tx, { actor, act: 'agenda:called', objectKind: 'task', objectId: taskId, patientId, facts: { outcome } });
    return { taskId, state, attempts: task.attempts + (reached ? 0 : 1) };
  }
}
