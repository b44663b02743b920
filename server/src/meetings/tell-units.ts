import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { rolesWith } from '@guanhu/shared/access/permissions.rules';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { ReviewAskedPayload } from '@guanhu/shared/reminders/reminders.terms';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import type { Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';

type Sent = { readonly meetingId: Id; readonly textId: Id; readonly units: readonly Id[] };

/** The people of the member units hear, each once for every text, that minutes wait for their unit's word; whoever is away is stood in for. */
@Injectable()
export class TellUnits {
  readonly #people: People;
  readonly #outbox: Outbox;

  constructor(people: People, outbox: Outbox) {
    this.#people = people;
    this.#outbox = outbox;
  }

  /** @param actor who sent them round, and knows */
  async run(tx: Tx, actor: Actor, { meetingId, textId, units }: Sent): Promise<void> {
    const members = await this.#people.members(tx, units, rolesWith('meeting:read'));
    const deputies = await this.#people.deputies(tx, members);
    const away = new Set(deputies.map(({ personId }) => personId));
    const told = new Set([...members.filter(personId => !away.has(personId)), ...deputies.map(({ deputyId }) => deputyId)]);
    for (const personId of standsFor(actor)) told.delete(personId);
    await this.#outbox.putMany(
      tx,
      [...told].map(personId => ({
        kind: 'review-asked',
        key: `review:countersign:${textId}:${personId}`,
        payload: { personId, nearPatientId: null, opens: 'minutes', objectId: meetingId } satisfies ReviewAskedPayload,
      })),
    );
  }
}
