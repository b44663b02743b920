import { phaseOf } from '@guanhu/shared/screening/campaign.rules';
import { answerUntil, ASKED_POSTS } from '@guanhu/shared/screening/village-round.rules';
import { Injectable } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { readAskedVillages, readOverAsked } from './asked-village.store.ts';

/** Whoever answers for a village has it among their tasks while the screening runs, from the day on which villages look. Safe to repeat. */
@Injectable()
export class AskVillages {
  readonly #agenda: Agenda;
  readonly #clock: Clock;

  constructor(agenda: Agenda, clock: Clock) {
    this.#agenda = agenda;
    this.#clock = clock;
  }

  async run(tx: Tx): Promise<void> {
    const today = this.#clock.today();
    const asked = (await readAskedVillages(tx, ASKED_POSTS, today)).flatMap(({ campaignId, areaId, personId, ...days }) => {
      const dueOn = answerUntil(days, phaseOf(days, today));
      return dueOn === null ? [] : [{ causeId: campaignId, part: areaId, assigneeId: personId, dueOn }];
    });
    if (asked.length > 0) await this.#agenda.askNamed(tx, 'villageRound', asked);
    for (const causeId of await readOverAsked(tx, today)) await this.#agenda.dropNamed(tx, { kind: 'villageRound', causeId });
  }
}
