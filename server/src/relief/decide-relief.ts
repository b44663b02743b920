import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { dayOf } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { actedAt } from '@guanhu/shared/kernel/phone-clock';
import { checkGrant, decideObjecting, isOfReliefOffice, moveRelief } from '@guanhu/shared/relief/relief-life.rules';
import type { AnswerReliefBody, ObjectToReliefBody, RecordResultBody, ReliefDetail } from '@guanhu/shared/relief/relief.contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { saidIn } from '../platform/files/voice-note.ts';
import { insertGrant } from './ledger.store.ts';
import { lastReliefStepAt, moveReliefRow, type ReliefRow } from './relief.store.ts';
import { Reliefs } from './reliefs.ts';

type Granted = Extract<RecordResultBody, { readonly outcome: 'granted' }>;

/** What an office decided, what the family holds against it, and the answer. A person decides each of them. */
@Injectable()
export class DecideRelief {
  readonly #reliefs: Reliefs;
  readonly #clock: Clock;

  constructor(reliefs: Reliefs, clock: Clock) {
    this.#reliefs = reliefs;
    this.#clock = clock;
  }

  /** @throws Refusal RELIEF_NOT_YOUR_OFFICE, RELIEF_MOVE_NOT_ALLOWED, RELIEF_HAD, INPUT_INVALID, STALE, NOT_FOUND_OR_NO_ACCESS */
  async result(tx: Tx, actor: Actor, id: Id, body: RecordResultBody): Promise<ReliefDetail> {
    const { row, ties } = await this.#reliefs.require(tx, actor, 'relief:decide', id);
    if (!isOfReliefOffice(actor, row.office, ties.areaPath)) throw new Refusal('RELIEF_NOT_YOUR_OFFICE');
    const state = unwrap(moveRelief(row.state, body.outcome === 'granted' ? 'grant' : 'refuse'));
    const objectUntil = body.outcome === 'refused' ? { objectUntil: await this.#reliefs.objectUntil(tx, row) } : {};
    await moveReliefRow(tx, row, body.version, { state, dueOn: null, decidedBy: actor.personId, ...objectUntil });
    if (body.outcome === 'granted') await this.#enter(tx, actor, row, body);
    return this.#reliefs.record(tx, actor, row, body.outcome, { words: body.words ?? null });
  }

  /** @throws Refusal RELIEF_OBJECTION_LATE, RELIEF_MOVE_NOT_ALLOWED, STALE, NOT_FOUND_OR_NO_ACCESS, and those of a file */
  async object(tx: Tx, actor: Actor, id: Id, { version, tappedAt, ...said }: ObjectToReliefBody): Promise<ReliefDetail> {
    const { row } = await this.#reliefs.require(tx, actor, 'relief:object', id);
    const at = actedAt(tappedAt, this.#clock.now(), await lastReliefStepAt(tx, id));
    const state = unwrap(decideObjecting(row.state, row.object_until, dayOf(at)));
    await moveReliefRow(tx, row, version, { state, dueOn: await this.#reliefs.dueOn(tx, row, state) });
    return this.#reliefs.record(tx, actor, row, 'objected', { ...saidIn(said), at });
  }

  /** @throws Refusal RELIEF_DECIDED_BY_YOU, RELIEF_MOVE_NOT_ALLOWED, STALE, NOT_FOUND_OR_NO_ACCESS */
  async answer(tx: Tx, actor: Actor, id: Id, { version, outcome, words }: AnswerReliefBody): Promise<ReliefDetail> {
    const { row } = await this.#reliefs.require(tx, actor, 'relief:answer', id);
    if (standsFor(actor).some(person => person === row.decided_by)) throw new Refusal('RELIEF_DECIDED_BY_YOU');
    const state = unwrap(moveRelief(row.state, outcome));
    await moveReliefRow(tx, row, version, { state, dueOn: await this.#reliefs.dueOn(tx, row, state) });
    return this.#reliefs.record(tx, actor, row, outcome === 'uphold' ? 'upheld' : 'overturned', { words });
  }

  /** What was granted goes into the ledger in the same commit. */
  async #enter(tx: Tx, actor: Actor, row: ReliefRow, body: Granted): Promise<void> {
    const { from, until = null, amountFen = null, rhythm = null } = body;
    unwrap(checkGrant({ from, until, amountFen, rhythm }));
    await insertGrant(tx, {
      id: body.grantId,
      patient_id: row.patient_id,
      benefit: row.benefit,
      from_on: from,
      until_on: until,
      amount_fen: amountFen,
      rhythm,
      relief_id: row.id,
      recordedBy: actor.personId,
      at: this.#clock.now(),
    });
  }
}
