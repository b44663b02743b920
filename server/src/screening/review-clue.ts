import type { Actor } from '@guanhu/shared/access/access.terms';
import { dayOf, inWords } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { AFTER_FINDING, decideReviewDay, moveClue } from '@guanhu/shared/screening/clue.rules';
import type { ClueRef, ReviewClueBody } from '@guanhu/shared/screening/clue.contract';
import { FINDINGS } from '@guanhu/shared/screening/clue.terms';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { CreatePatient } from '../registry/registry.public.ts';
import { Clues } from './clues.ts';
import { incidentDone } from './incident-done.ts';

/** What a psychiatrist found of the person: the registry opens a file, or the clue is closed and loses its words when its time is over. */
@Injectable()
export class ReviewClue {
  readonly #clues: Clues;
  readonly #create: CreatePatient;
  readonly #outbox: Outbox;
  readonly #clock: Clock;

  constructor(clues: Clues, create: CreatePatient, outbox: Outbox, clock: Clock) {
    this.#clues = clues;
    this.#create = create;
    this.#outbox = outbox;
    this.#clock = clock;
  }

  /** @throws Refusal as the contract says: the registry's own too, when a file turned up meanwhile */
  async run(tx: Tx, actor: Actor, clueId: Id, body: ReviewClueBody): Promise<ClueRef> {
    const { version, finding, reviewedOn, psychiatrist, hospital, opinion, patientId } = body;
    const clue = await this.#clues.lock(tx, actor, 'clue:review', { clueId, version });
    const { event, begins } = AFTER_FINDING[finding];
    const state = unwrap(moveClue(clue.state, event));
    unwrap(decideReviewDay(reviewedOn, dayOf(clue.reportedAt), this.#clock.today()));
    const review = { finding, on: reviewedOn, words: { psychiatrist, hospital, opinion: opinion ?? null } };
    if (begins === null) {
      await incidentDone(tx, this.#outbox, clue, actor.personId);
      return this.#clues.step(tx, actor, clue, 'screening:clue-not-confirmed', { state, review });
    }
    if (!clue.told?.person) throw new Refusal('CLUE_NOT_DESCRIBED');
    const { name, idType, idNumber, born, sex } = clue.told.person;
    await this.#create.run(tx, actor, {
      patientId,
      villageId: clue.areaId,
      name,
      state: begins,
      stateReason: `${hospital}，${psychiatrist}，${inWords(reviewedOn)}：${FINDINGS[finding]}`,
      idType,
      idNumber,
      born,
      sex,
      reason: clue.checkReason ?? undefined,
    });
    return this.#clues.step(tx, actor, clue, 'screening:clue-registered', { state, review, patientId });
  }
}
