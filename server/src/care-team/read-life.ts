import type { Actor } from '@guanhu/shared/access/access.terms';
import { may } from '@guanhu/shared/access/permissions.rules';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { letterNumber } from '@guanhu/shared/registry/move-life.rules';
import type { LifeAnswer } from '@guanhu/shared/registry/patient-life.contract';
import { turnNeeds, turnsByItself } from '@guanhu/shared/registry/patient-life.rules';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Database } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { Lives } from '../registry/registry.public.ts';
import { Teams } from './teams.ts';

/** Where a life stands, what goes on, and how it came there. */
@Injectable()
export class ReadLife {
  readonly #database: Database;
  readonly #teams: Teams;
  readonly #lives: Lives;
  readonly #people: People;
  readonly #audit: Audit;

  constructor(database: Database, teams: Teams, lives: Lives, people: People, audit: Audit) {
    this.#database = database;
    this.#teams = teams;
    this.#lives = lives;
    this.#people = people;
    this.#audit = audit;
  }

  async run(actor: Actor, patientId: Id, { after, limit }: { after?: Id | undefined; limit: number }): Promise<LifeAnswer> {
    const county = this.#database.county(actor.countyId);
    const ties = await this.#teams.requireFor(county, actor, 'patient:read', patientId);
    const life = await this.#lives.find(county, patientId);
    if (!life) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const { shown, last } = pageOf(await this.#lives.turns(county, patientId, after ?? null, limit + 1), limit);
    const contacts = await this.#people.contacts(
      county,
      shown.map(turn => turn.by),
    );
    await this.#audit.read(county, { actor, what: 'patient-life', patientIds: [patientId] });
    const { state, before, since, care, lastId } = life;
    return {
      state,
      since,
      care: [...care],
      mayBecome: turnsByItself(state, before).filter(to => may(actor, turnNeeds(state, to), ties)),
      letter: state === 'movedOut' && since !== null && lastId !== null ? letterNumber(since, lastId) : null,
      rows: shown.map(({ id, from, to, on, visitId, by, at, facts }) => ({
        changeId: id,
        from,
        to,
        on,
        reason: facts.reason,
        place: facts.place ?? null,
        expectedBack: facts.expectedBack ?? null,
        lostReason: facts.lostReason ?? null,
        deathCause: facts.deathCause ?? null,
        fatalIllness: facts.fatalIllness ?? null,
        source: visitId === null ? 'office' : 'visit',
        by: contacts.get(by)?.name ?? null,
        at: at.toISOString(),
      })),
      next: last?.id ?? null,
    };
  }
}
