import type { Actor } from '@guanhu/shared/access/access.terms';
import type { MessagesAnswer } from '@guanhu/shared/reminders/reminders.contract';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import { pageKey, readPageKey } from '../platform/http/page-key.ts';
import { pageOf } from '../platform/http/page.ts';
import { readMessages } from './message.store.ts';

/** What the reader was told. Their own messages name nobody, so reading them leaves no trace in anybody's file. */
@Injectable()
export class ListMessages {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async run(actor: Actor, { after, limit }: { after?: string | undefined; limit: number }): Promise<MessagesAnswer> {
    const county = this.#database.county(actor.countyId);
    const rows = await readMessages(county, actor.personId, readPageKey(after), limit + 1);
    const { shown, last } = pageOf(rows, limit);
    return {
      rows: shown.map(({ id, purpose, state, page, at }) => ({ messageId: id, purpose, state, page, at: at.toISOString() })),
      next: last ? pageKey(last) : null,
    };
  }
}
