import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { MoveAnswered, ProposeMoveBody, WithdrawMoveBody } from '@guanhu/shared/registry/moves.contract';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/database.ts';
import { Moves } from '../registry/registry.public.ts';
import { Teams } from './teams.ts';

/** The old side proposes a handover, or takes the proposal back. Nothing else changes: it stays responsible. */
@Injectable()
export class ProposeMove {
  readonly #teams: Teams;
  readonly #moves: Moves;

  constructor(teams: Teams, moves: Moves) {
    this.#teams = teams;
    this.#moves = moves;
  }

  async propose(tx: Tx, actor: Actor, patientId: Id, body: ProposeMoveBody): Promise<MoveAnswered> {
    await this.#teams.requireFor(tx, actor, 'patient:move', patientId);
    return this.#moves.propose(tx, actor, patientId, body);
  }

  async withdraw(tx: Tx, actor: Actor, moveId: Id, { version }: WithdrawMoveBody): Promise<MoveAnswered> {
    const move = await this.#moves.find(tx, moveId);
    if (!move) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#teams.requireFor(tx, actor, 'patient:move', move.patientId);
    return this.#moves.answer(tx, actor, move, { event: 'withdraw', version, answer: null });
  }
}
