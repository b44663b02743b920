import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { ReliefOutlook, TellFactBody } from '@guanhu/shared/relief/relief.contract';
import { RELIEF_FACTS } from '@guanhu/shared/relief/relief.terms';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { insertAnswer } from './ledger.store.ts';
import { Outlooks } from './outlooks.ts';

/** What the file does not say, as somebody of the family or beside it answers. The latest answer of a fact holds; none is ever erased. */
@Injectable()
export class TellFact {
  readonly #teams: Teams;
  readonly #outlooks: Outlooks;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(teams: Teams, outlooks: Outlooks, audit: Audit, clock: Clock) {
    this.#teams = teams;
    this.#outlooks = outlooks;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal RELIEF_NOT_ASKED, NOT_FOUND_OR_NO_ACCESS */
  async run(tx: Tx, actor: Actor, patientId: Id, { fact, answer }: TellFactBody): Promise<ReliefOutlook> {
    const ties = await this.#teams.requireFor(tx, actor, 'relief:tell', patientId);
    if (RELIEF_FACTS[fact].ask === null) throw new Refusal('RELIEF_NOT_ASKED');
    await insertAnswer(tx, { patientId, fact, answer, personId: actor.personId, at: this.#clock.now() });
    await this.#audit.deed(tx, { actor, act: 'relief:fact-told', objectKind: 'patient', objectId: patientId, patientId, facts: { fact } });
    return this.#outlooks.of(tx, actor, patientId, ties);
  }
}
