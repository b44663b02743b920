import { listConsentsContract, recordConsentContract } from '@guanhu/shared/registry/consent.contract';
import { answerMoveContract, listMovesContract, proposeMoveContract, withdrawMoveContract } from '@guanhu/shared/registry/moves.contract';
import { changeStateContract, readLifeContract } from '@guanhu/shared/registry/patient-life.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { AnswerMove } from './answer-move.ts';
import { ChangeState } from './change-state.ts';
import { ListConsents } from './list-consents.ts';
import { ListMoves } from './list-moves.ts';
import { ProposeMove } from './propose-move.ts';
import { ReadLife } from './read-life.ts';
import { RecordConsent } from './record-consent.ts';

/** The life of a file, consent and handovers. They stand here because who may see a file is known by the team. */
@Controller()
export class LivesController {
  readonly #writes: Writes;
  readonly #life: ReadLife;
  readonly #change: ChangeState;
  readonly #consents: ListConsents;
  readonly #consent: RecordConsent;
  readonly #moves: ListMoves;
  readonly #propose: ProposeMove;
  readonly #answer: AnswerMove;

  constructor(
    writes: Writes,
    life: ReadLife,
    change: ChangeState,
    consents: ListConsents,
    consent: RecordConsent,
    moves: ListMoves,
    propose: ProposeMove,
    answer: AnswerMove,
  ) {
    this.#writes = writes;
    this.#life = life;
    this.#change = change;
    this.#consents = consents;
    this.#consent = consent;
    this.#moves = moves;
    this.#propose = propose;
    this.#answer = answer;
  }

  @Endpoint(readLifeContract)
  life(@Call() call: CallOf<typeof readLifeContract>) {
    return this.#life.run(call.actor, call.params.patientId, call.query);
  }

  @Endpoint(changeStateContract)
  changeState(@Call() call: CallOf<typeof changeStateContract>) {
    return this.#writes.once(call, tx => this.#change.run(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(listConsentsContract)
  consents(@Call() call: CallOf<typeof listConsentsContract>) {
    return this.#consents.run(call.actor, call.params.patientId, call.query);
  }

  @Endpoint(recordConsentContract)
  recordConsent(@Call() call: CallOf<typeof recordConsentContract>) {
    return this.#writes.once(call, tx => this.#consent.run(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(listMovesContract)
  moves(@Call() call: CallOf<typeof listMovesContract>) {
    return this.#moves.run(call.actor, call.query);
  }

  @Endpoint(proposeMoveContract)
  proposeMove(@Call() call: CallOf<typeof proposeMoveContract>) {
    return this.#writes.once(call, tx => this.#propose.propose(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(withdrawMoveContract)
  withdrawMove(@Call() call: CallOf<typeof withdrawMoveContract>) {
    return this.#writes.once(call, tx => this.#propose.withdraw(tx, call.actor, call.params.moveId, call.body));
  }

  @Endpoint(answerMoveContract)
  answerMove(@Call() call: CallOf<typeof answerMoveContract>) {
    return this.#writes.once(call, tx => this.#answer.run(tx, call.actor, call.params.moveId, call.body));
  }
}
