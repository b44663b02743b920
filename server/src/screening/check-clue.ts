import type { Actor } from '@guanhu/shared/access/access.terms';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { decideNew, decideSame, moveClue } from '@guanhu/shared/screening/clue.rules';
import type { CheckClueBody, ClueRef } from '@guanhu/shared/screening/clue.contract';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { Patients } from '../registry/registry.public.ts';
import { lockClues } from './clue.store.ts';
import { Clues } from './clues.ts';
import { FindAlike } from './find-alike.ts';
import { TellOfClues } from './tell-of-clues.ts';

/** Whether the person of a clue is known, before anything becomes of it. Whoever says "new" is held against the files and clues of the moment. */
@Injectable()
export class CheckClue {
  readonly #clues: Clues;
  readonly #tell: TellOfClues;
  readonly #alike: FindAlike;
  readonly #access: Access;
  readonly #patients: Patients;
  readonly #clock: Clock;

  constructor(clues: Clues, tell: TellOfClues, alike: FindAlike, access: Access, patients: Patients, clock: Clock) {
    this.#clues = clues;
    this.#tell = tell;
    this.#alike = alike;
    this.#access = access;
    this.#patients = patients;
    this.#clock = clock;
  }

  /**
   * @throws Refusal NOT_FOUND_OR_NO_ACCESS, STALE, CLUE_ENDED, CLUE_CHECKED, CLUE_NOT_DESCRIBED, CLUE_IS_KNOWN, CLUE_MAY_BE_KNOWN,
   *   CLUE_WITHOUT_ISSUE
   */
  async run(tx: Tx, actor: Actor, clueId: Id, body: CheckClueBody): Promise<ClueRef> {
    // Two that are being ended at once, as the same as each other or as one that is taken back, wait for each other.
    if (body.as === 'same') await lockClues(tx, [clueId, body.sameAs]);
    const clue = await this.#clues.lock(tx, actor, 'clue:check', { clueId, version: body.version });
    if (body.as === 'known') {
      const state = unwrap(moveClue(clue.state, 'isKnown'));
      const areaPath = (await this.#patients.areaPath(tx, body.patientId)) ?? [];
      this.#access.require(actor, 'patient:read', { countyId: tx.countyId, areaPath });
      return this.#clues.step(tx, actor, clue, 'screening:clue-known', { state, checked: { reason: null }, patientId: body.patientId });
    }
    if (body.as === 'same') {
      const state = unwrap(moveClue(clue.state, 'isSame'));
      const other = await this.#clues.find(tx, actor, 'clue:check', body.sameAs);
      if (other.id === clue.id) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
      unwrap(decideSame(other.state));
      return this.#clues.step(tx, actor, clue, 'screening:clue-same', { state, checked: { reason: null }, sameAs: other.id });
    }
    const state = unwrap(moveClue(clue.state, 'isNew'));
    const { files, clues, elsewhere } = await this.#alike.of(tx, actor, clue);
    unwrap(decideNew({ likenesses: [...files, ...clues].map(one => one.likeness), elsewhere }, body.reason));
    const { reviewDays } = await this.#clues.policyIn(tx, clue.areaPath);
    const dueOn = addDays(this.#clock.today(), reviewDays);
    await this.#tell.waitsForReview(tx, clue, actor);
    return this.#clues.step(tx, actor, clue, 'screening:clue-new', { state, dueOn, checked: { reason: body.reason ?? null } });
  }
}
