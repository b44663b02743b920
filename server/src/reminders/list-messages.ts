import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { MessagesAnswer, PersonMessagesAnswer } from '@guanhu/shared/reminders/reminders.contract';
import { ERASED_WORDS } from '@guanhu/shared/reminders/message.rules';
import { Injectable } from '@nestjs/common';
import { Refusal } from '@guanhu/shared/kernel/decision';
import { Access, People } from '../access/access.public.ts';
import { Database } from '../platform/database/database.ts';
import { pageKey, readPageKey } from '../platform/http/page-key.ts';
import { pageOf } from '../platform/http/page.ts';
import { readMessages } from './message.store.ts';

type Page = { readonly after?: string | undefined; readonly limit: number };

/** What a person was told. Messages name nobody, so reading them leaves no trace in anybody's file. */
@Injectable()
export class ListMessages {
  readonly #database: Database;
  readonly #access: Access;
  readonly #people: People;

  constructor(database: Database, access: Access, people: People) {
    this.#database = database;
    this.#access = access;
    this.#people = people;
  }

  /** The reader's own. */
  mine(actor: Actor, page: Page): Promise<MessagesAnswer> {
    return this.#of(actor, actor.personId, page);
  }

  /** Somebody's, for whoever manages people. @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async ofPerson(actor: Actor, personId: Id, page: Page): Promise<PersonMessagesAnswer> {
    const county = this.#database.county(actor.countyId);
    await this.#access.requireInCounty(county, actor, 'person:manage');
    if (!(await this.#people.contacts(county, [personId])).has(personId)) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const { rows, next } = await this.#of(actor, personId, page);
    return { rows: rows.map(({ page: _page, ...row }) => row), next };
  }

  async #of(actor: Actor, personId: Id, { after, limit }: Page): Promise<MessagesAnswer> {
    const rows = await readMessages(this.#database.county(actor.countyId), personId, readPageKey(after), limit + 1);
    const { shown, last } = pageOf(rows, limit);
    return {
      rows: shown.map(({ id, purpose, count, what, state, channel, page, at, readAt, acknowledgedAt }) => ({
        messageId: id,
        purpose,
        what: what === '' ? ERASED_WORDS : what,
        count,
        state,
        channel,
        page,
        at: at.toISOString(),
        readAt: readAt?.toISOString() ?? null,
        acknowledgedAt: acknowledgedAt?.toISOString() ?? null,
      })),
      next: last ? pageKey(last) : null,
    };
  }
}
