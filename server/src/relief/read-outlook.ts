import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { ReliefOutlook } from '@guanhu/shared/relief/relief.contract';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Database } from '../platform/database/database.ts';
import { Outlooks } from './outlooks.ts';

/** What a family could have, as the family itself, its team and the offices read it. */
@Injectable()
export class ReadOutlook {
  readonly #database: Database;
  readonly #teams: Teams;
  readonly #outlooks: Outlooks;
  readonly #audit: Audit;

  constructor(database: Database, teams: Teams, outlooks: Outlooks, audit: Audit) {
    this.#database = database;
    this.#teams = teams;
    this.#outlooks = outlooks;
    this.#audit = audit;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async run(actor: Actor, patientId: Id): Promise<ReliefOutlook> {
    const reader = this.#database.county(actor.countyId);
    const ties = await this.#teams.requireFor(reader, actor, 'relief:read', patientId);
    const outlook = await this.#outlooks.of(reader, actor, patientId, ties);
    await this.#audit.read(reader, { actor, what: 'relief:outlook', patientIds: [patientId] });
    return outlook;
  }
}
