import type { Actor } from '@guanhu/shared/access/access.terms';
import { unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { handIn, moveRelief } from '@guanhu/shared/relief/relief-life.rules';
import type { MoveReliefBody, ReceivePapersBody, ReliefDetail } from '@guanhu/shared/relief/relief.contract';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/database.ts';
import { moveReliefRow } from './relief.store.ts';
import { Reliefs } from './reliefs.ts';

/** What happens to an application before an office has it: its papers come together, it goes off, or the family takes it back. */
@Injectable()
export class HandleRelief {
  readonly #reliefs: Reliefs;

  constructor(reliefs: Reliefs) {
    this.#reliefs = reliefs;
  }

  /** @throws Refusal RELIEF_MOVE_NOT_ALLOWED, INPUT_INVALID, STALE, NOT_FOUND_OR_NO_ACCESS */
  async papers(tx: Tx, actor: Actor, id: Id, { version, papers }: ReceivePapersBody): Promise<ReliefDetail> {
    const { row } = await this.#reliefs.require(tx, actor, 'relief:handle', id);
    const state = unwrap(moveRelief(row.state, 'papers'));
    const handedIn = unwrap(handIn(row.asked, row.handed_in, papers));
    await moveReliefRow(tx, row, version, { state, dueOn: row.due_on, handedIn });
    return this.#reliefs.record(tx, actor, row, 'papers', { words: papers.join('、') });
  }

  /** The office's clock begins. What is still missing is said by the office; it does not hold the application back. */
  async forward(tx: Tx, actor: Actor, id: Id, { version }: MoveReliefBody): Promise<ReliefDetail> {
    const { row } = await this.#reliefs.require(tx, actor, 'relief:handle', id);
    const state = unwrap(moveRelief(row.state, 'forward'));
    await moveReliefRow(tx, row, version, { state, dueOn: await this.#reliefs.dueOn(tx, row, state) });
    return this.#reliefs.record(tx, actor, row, 'forwarded');
  }

  async withdraw(tx: Tx, actor: Actor, id: Id, { version }: MoveReliefBody): Promise<ReliefDetail> {
    const { row } = await this.#reliefs.require(tx, actor, 'relief:apply', id);
    const state = unwrap(moveRelief(row.state, 'withdraw'));
    await moveReliefRow(tx, row, version, { state, dueOn: null });
    return this.#reliefs.record(tx, actor, row, 'withdrawn');
  }
}
