import type { Actor } from '@guanhu/shared/access/access.terms';
import { may } from '@guanhu/shared/access/permissions.rules';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { ConsentsAnswer } from '@guanhu/shared/registry/consent.contract';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Database } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { Consents, Lives } from '../registry/registry.public.ts';
import { Teams } from './teams.ts';

/** What was decided about community management, newest first. */
@Injectable()
export class ListConsents {
  readonly #database: Database;
  readonly #teams: Teams;
  readonly #consents: Consents;
  readonly #lives: Lives;
  readonly #people: People;
  readonly #audit: Audit;

  constructor(database: Database, teams: Teams, consents: Consents, lives: Lives, people: People, audit: Audit) {
    this.#database = database;
    this.#teams = teams;
    this.#consents = consents;
    this.#lives = lives;
    this.#people = people;
    this.#audit = audit;
  }

  async run(actor: Actor, patientId: Id, { after, limit }: { after?: Id | undefined; limit: number }): Promise<ConsentsAnswer> {
    const county = this.#database.county(actor.countyId);
    const ties = await this.#teams.requireFor(county, actor, 'patient:read', patientId);
    const { shown, last } = pageOf(await this.#consents.list(county, patientId, after ?? null, limit + 1), limit);
    const contacts = await this.#people.contacts(
      county,
      shown.map(row => row.by),
    );
    await this.#audit.read(county, { actor, what: 'consents', patientIds: [patientId] });
    return {
      inForce: (await this.#lives.find(county, patientId))?.consent ?? null,
      mayRecord: may(actor, 'consent:record', ties),
      rows: shown.map(({ id, by, ...row }) => ({ consentId: id, ...row, recordedBy: contacts.get(by)?.name ?? '' })),
      next: last?.id ?? null,
    };
  }
}
