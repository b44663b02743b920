import type { Actor } from '@guanhu/shared/access/access.terms';
import type { MismatchesPage } from '@guanhu/shared/care-team/roster.contract';
import { MISMATCH_KIND_KEYS, type MismatchKind } from '@guanhu/shared/care-team/roster.terms';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { Grounds } from './grounds.ts';
import { RosterLines, type Line } from './roster-lines.ts';

/** Where the roster and the list do not agree. */
@Injectable()
export class ListMismatches {
  readonly #database: Database;
  readonly #grounds: Grounds;
  readonly #lines: RosterLines;

  constructor(database: Database, grounds: Grounds, lines: RosterLines) {
    this.#database = database;
    this.#grounds = grounds;
    this.#lines = lines;
  }

  async run(
    actor: Actor,
    query: { kind?: MismatchKind | undefined; kept: 'no' | 'yes'; after?: string | undefined; limit: number },
  ): Promise<MismatchesPage> {
    const county = this.#database.county(actor.countyId);
    const lines = await this.#lines.of(county, this.#grounds.require(actor, 'team:oversee'));
    const kept = await this.#lines.kept(county, lines);
    const asked = lines
      .filter(line => kept.has(line.key) === (query.kept === 'yes'))
      .filter(line => query.kind === undefined || line.kind === query.kind)
      .filter(line => query.after === undefined || behind(line, query.after));
    const { shown, last } = pageOf(asked, query.limit);
    return { rows: await this.#lines.show(county, shown), next: last?.key ?? null };
  }
}

/** Whether the line comes behind the one with this key, though that one may be gone by now. */
function behind(line: Line, after: string): boolean {
  const rank = (key: string) => MISMATCH_KIND_KEYS.findIndex(kind => key.startsWith(`${kind}:`));
  const [here, there] = [rank(line.key), rank(after)];
  return here === there ? line.key > after : here > there;
}
