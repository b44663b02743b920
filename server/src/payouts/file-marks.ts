import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import { exportNumber, minuteInChina, watermark } from '@guanhu/shared/rights/exports.rules';
import { Injectable } from '@nestjs/common';
import { People, StepUps } from '../access/access.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

/** Files with names that leave the house with money: approved on the phone each time, and marked with who took them. */
@Injectable()
export class FileMarks {
  readonly #people: People;
  readonly #stepUps: StepUps;
  readonly #clock: Clock;

  constructor(people: People, stepUps: StepUps, clock: Clock) {
    this.#people = people;
    this.#stepUps = stepUps;
    this.#clock = clock;
  }

  /** @throws Refusal STEP_UP_NEEDED */
  approve(tx: Tx, actor: Actor, stepUpTicket: Id, objectId: Id): Promise<void> {
    return this.#stepUps.consume(tx, actor, stepUpTicket, 'data:export', objectId);
  }

  async of(reader: Reader, actor: Actor, objectId: Id): Promise<string> {
    const name = (await this.#people.contacts(reader, [actor.personId])).get(actor.personId)?.name ?? '';
    return watermark({ name, at: minuteInChina(this.#clock.now()), number: exportNumber(objectId) });
  }
}
