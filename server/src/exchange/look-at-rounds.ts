import type { Actor } from '@guanhu/shared/access/access.terms';
import type { RoundAnswer, RoundsPage } from '@guanhu/shared/exchange/exchange.contract';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Database } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { readRoundPage } from './round.store.ts';
import { Rounds } from './rounds.ts';

/** How far the exchanges are; numbers, and nobody's name. */
@Injectable()
export class LookAtRounds {
  readonly #database: Database;
  readonly #access: Access;
  readonly #rounds: Rounds;

  constructor(database: Database, access: Access, rounds: Rounds) {
    this.#database = database;
    this.#access = access;
    this.#rounds = rounds;
  }

  async list(actor: Actor, { after, limit }: { after?: Id | undefined; limit: number }): Promise<RoundsPage> {
    const { areas } = this.#access.scope(actor, 'exchange:read');
    const rows = await readRoundPage(this.#database.county(actor.countyId), { areas, before: after ?? null, limit: limit + 1 });
    const { shown, last } = pageOf(rows, limit);
    return {
      rows: shown.map(({ id, townshipName, month, deadline, state, handedIn }) => ({
        roundId: id,
        townshipName,
        month,
        deadline,
        state,
        handedIn,
      })),
      next: last?.id ?? null,
    };
  }

  async one(actor: Actor, roundId: Id): Promise<RoundAnswer> {
    const county = this.#database.county(actor.countyId);
    return this.#rounds.show(county, actor, await this.#rounds.find(county, actor, roundId, 'exchange:read'));
  }
}
