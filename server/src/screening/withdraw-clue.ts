import type { Actor } from '@guanhu/shared/access/access.terms';
import { unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { moveClue } from '@guanhu/shared/screening/clue.rules';
import type { ClueRef, WithdrawClueBody } from '@guanhu/shared/screening/clue.contract';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { Clues } from './clues.ts';
import { incidentDone } from './incident-done.ts';

/** It was no clue: a mistake, or somebody said why there is nothing to look into. */
@Injectable()
export class WithdrawClue {
  readonly #clues: Clues;
  readonly #outbox: Outbox;

  constructor(clues: Clues, outbox: Outbox) {
    this.#clues = clues;
    this.#outbox = outbox;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, STALE, CLUE_ENDED */
  async run(tx: Tx, actor: Actor, clueId: Id, { version, reason }: WithdrawClueBody): Promise<ClueRef> {
    const clue = await this.#clues.lock(tx, actor, 'clue:check', { clueId, version });
    const state = unwrap(moveClue(clue.state, 'withdraw'));
    await incidentDone(tx, this.#outbox, clue, actor.personId);
    return this.#clues.step(tx, actor, clue, 'screening:clue-withdrawn', { state, endReason: reason });
  }
}
