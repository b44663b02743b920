import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { decideHold } from '@guanhu/shared/reminders/hold.rules';
import type { HoldBody, HoldTaskAnswer, ReadHoldAnswer } from '@guanhu/shared/reminders/reminders.contract';
import { Injectable } from '@nestjs/common';
import { Agenda, type TaskRow } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Reader, type Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { Policies } from '../policy/policy.public.ts';
import { endHolds, insertHold, readHold } from './hold.store.ts';

/** Somebody puts off being reminded of a task of theirs, or pauses it, and says why. The task and its dates stay as they are. */
@Injectable()
export class HoldTask {
  readonly #database: Database;
  readonly #agenda: Agenda;
  readonly #policies: Policies;
  readonly #audit: Audit;
  readonly #outbox: Outbox;
  readonly #clock: Clock;

  constructor(database: Database, agenda: Agenda, policies: Policies, audit: Audit, outbox: Outbox, clock: Clock) {
    this.#database = database;
    this.#agenda = agenda;
    this.#policies = policies;
    this.#audit = audit;
    this.#outbox = outbox;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, TASK_NOT_OPEN, HOLD_TOO_SHORT, HOLD_TOO_LONG, HOLD_NOT_OF_MEDICINE, HOLD_NOT_OF_RIGHTS */
  async hold(tx: Tx, actor: Actor, taskId: Id, { kind, until, reason }: HoldBody): Promise<HoldTaskAnswer> {
    const task = await this.#own(tx, actor, taskId);
    if (task.state !== 'open') throw new Refusal('TASK_NOT_OPEN');
    const now = this.#clock.now();
    const policy = await this.#policies.inForce(
      tx,
      'reminder',
      this.#clock.today(),
      task.patientId === null ? 'county' : { patientId: task.patientId },
    );
    const end = unwrap(decideHold({ kind, until: new Date(until), now, task, policy }));
    const id = newId();
    await endHolds(tx, taskId, now);
    await insertHold(tx, { id, taskId, personId: task.assigneeId, kind, reason, until: end, now });
    await this.#audit.deed(tx, {
      actor,
      act: 'reminders:held',
      objectKind: 'task',
      objectId: taskId,
      patientId: task.patientId,
      facts: { kind, reason, until: end.toISOString() },
    });
    if (kind === 'snooze') {
      const payload = { holdId: id, until: end.toISOString() };
      await this.#outbox.put(tx, { kind: 'remind-snoozed', key: `snooze:${id}`, payload, notBefore: end });
    }
    return { taskId, kind, until: end.toISOString(), reason };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async end(tx: Tx, actor: Actor, taskId: Id): Promise<{ taskId: Id }> {
    const { patientId } = await this.#own(tx, actor, taskId);
    await endHolds(tx, taskId, this.#clock.now());
    await this.#audit.deed(tx, { actor, act: 'reminders:hold-ended', objectKind: 'task', objectId: taskId, patientId });
    return { taskId };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async read(actor: Actor, taskId: Id): Promise<ReadHoldAnswer> {
    const county = this.#database.county(actor.countyId);
    await this.#own(county, actor, taskId);
    const hold = await readHold(county, taskId, this.#clock.now());
    return { hold: hold ? { taskId, ...hold, until: hold.until.toISOString() } : null };
  }

  async #own(reader: Reader, actor: Actor, taskId: Id): Promise<TaskRow & { assigneeId: Id }> {
    const task = await this.#agenda.task(reader, taskId);
    const assigneeId = task?.assigneeId ?? null;
    if (!task || assigneeId === null || !standsFor(actor).includes(assigneeId)) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return { ...task, assigneeId };
  }
}
