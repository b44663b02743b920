import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { MoveAnswered, ProposeMoveBody, WithdrawMoveBody } from '@guanhu/shared/registry/moves.contract';
import { Injectable } from '@nestjs/common';
import { Places } from '../access/access.public.ts';
import type { Tx } from '../platform/database/database.ts';
import { Moves } from '../registry/registry.public.ts';
import { AskOffices } from './ask-offices.ts';
import { Teams } from './teams.ts';

/** The old side proposes a handover, or takes the proposal back. Nothing else changes: it stays responsible. The new side is told of both. */
@Injectable()
export class ProposeMove {
  readonly #teams: Teams;
  readonly #moves: Moves;
  readonly #places: Places;
  readonly #ask: AskOffices;

  constructor(teams: Teams, moves: Moves, places: Places, ask: AskOffices) {
    this.#teams = teams;
    this.#moves = moves;
    this.#places = places;
    this.#ask = ask;
  }

  async propose(tx: Tx, actor: Actor, patientId: Id, body: ProposeMoveBody): Promise<MoveAnswered> {
    await this.#teams.requireFor(tx, actor, 'patient:move', patientId);
    const answered = await this.#moves.propose(tx, actor, patientId, body);
    const areaPath = await this.#places.pathOf(tx, body.toVillageId);
    await this.#tell(tx, actor, { id: answered.moveId, patientId, toPath: areaPath }, 'proposed');
    return answered;
  }

  async withdraw(tx: Tx, actor: Actor, moveId: Id, { version }: WithdrawMoveBody): Promise<MoveAnswered> {
    const move = await this.#moves.find(tx, moveId);
    if (!move) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#teams.requireFor(tx, actor, 'patient:move', move.patientId);
    const answered = await this.#moves.answer(tx, actor, move, { event: 'withdraw', version, answer: null });
    await this.#tell(tx, actor, move, 'withdrawn');
    return answered;
  }

  /** Whoever may answer at the new place, by a message that names nobody and opens the handovers on the phone. */
  #tell(
    tx: Tx,
    actor: Actor,
    { id, patientId, toPath }: { readonly id: Id; readonly patientId: Id; readonly toPath: readonly Id[] },
    turn: 'proposed' | 'withdrawn',
  ): Promise<void> {
    const key = `move:${id}:${turn}`;
    return this.#ask.run(tx, { key, patientId, areaPath: toPath, permission: 'move:decide', except: [actor.personId], opens: 'handovers' });
  }
}
