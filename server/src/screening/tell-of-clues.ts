import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { AskOffices } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';

/** Whose turn it is with a clue is told by a message that says nothing of it. */
@Injectable()
export class TellOfClues {
  readonly #offices: AskOffices;
  readonly #clock: Clock;

  constructor(offices: AskOffices, clock: Clock) {
    this.#offices = offices;
    this.#clock = clock;
  }

  /** The office that checks clues, once a day: a screening brings many together, and all of them stand in one list at the desk. */
  async waitsForCheck(tx: Tx, areaPath: readonly Id[], except: readonly Id[]): Promise<void> {
    const [, place = tx.countyId] = areaPath;
    const key = `clues:${String(place)}:${this.#clock.today()}`;
    await this.#offices.run(tx, { key, patientId: null, areaPath, permission: 'clue:check', except });
  }

  /** The doctor who takes it to a psychiatrist, and writes down on the phone what came of it. */
  async waitsForReview(tx: Tx, { id, areaPath }: { readonly id: Id; readonly areaPath: readonly Id[] }, actor: Actor): Promise<void> {
    const asked = { key: `clue:${id}:toReview`, patientId: null, areaPath, permission: 'clue:review', except: [actor.personId] } as const;
    await this.#offices.run(tx, { ...asked, opens: 'clue', objectId: id });
  }
}
