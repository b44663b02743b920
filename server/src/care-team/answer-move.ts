import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { decideAnswerer } from '@guanhu/shared/registry/move-life.rules';
import type { AnswerMoveBody, MoveAnswered } from '@guanhu/shared/registry/moves.contract';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Planning } from '../agenda/agenda.public.ts';
import type { Tx } from '../platform/database/database.ts';
import { Moves } from '../registry/registry.public.ts';
import { AskOffices } from './ask-offices.ts';
import { HandTeamOver } from './hand-team-over.ts';

/** The new side answers, and the old one is told. With a yes the area, the team's seats and the tasks pass over in one commit. */
@Injectable()
export class AnswerMove {
  readonly #access: Access;
  readonly #moves: Moves;
  readonly #handOver: HandTeamOver;
  readonly #planning: Planning;
  readonly #ask: AskOffices;

  constructor(access: Access, moves: Moves, handOver: HandTeamOver, planning: Planning, ask: AskOffices) {
    this.#access = access;
    this.#moves = moves;
    this.#handOver = handOver;
    this.#planning = planning;
    this.#ask = ask;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, MOVE_OWN_PROPOSAL, MOVE_NOT_WAITING, STALE */
  async run(tx: Tx, actor: Actor, moveId: Id, body: AnswerMoveBody): Promise<MoveAnswered> {
    const move = await this.#moves.find(tx, moveId);
    if (!move) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, 'move:decide', { countyId: tx.countyId, areaPath: move.toPath });
    unwrap(decideAnswerer(move.proposedBy, standsFor(actor)));
    const answer = body.answer === 'reject' ? body.reason : null;
    const answered = await this.#moves.answer(tx, actor, move, { event: body.answer, version: body.version, answer });
    await this.#ask.run(tx, {
      key: `move:${moveId}:${answered.state}`,
      patientId: move.patientId,
      areaPath: move.fromPath,
      permission: 'patient:move',
      except: [actor.personId],
      opens: 'handovers',
    });
    if (body.answer === 'reject') return answered;
    await this.#handOver.run(tx, move.patientId, move.toPath);
    await this.#planning.ofPatient(tx, move.patientId);
    return answered;
  }
}
