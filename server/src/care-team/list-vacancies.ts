import type { Actor } from '@guanhu/shared/access/access.terms';
import type { VacanciesPage } from '@guanhu/shared/care-team/roster.contract';
import type { Seat } from '@guanhu/shared/care-team/seats.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { Grounds } from './grounds.ts';
import { readVacancies } from './seat.store.ts';

/** Patients whose team lacks somebody. */
@Injectable()
export class ListVacancies {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #grounds: Grounds;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, vaults: Vaults, grounds: Grounds, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#vaults = vaults;
    this.#grounds = grounds;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(
    actor: Actor,
    query: { villageId?: Id | undefined; seat?: Seat | undefined; after?: Id | undefined; limit: number },
  ): Promise<VacanciesPage> {
    const county = this.#database.county(actor.countyId);
    const rows = await readVacancies(county, await this.#vaults.of(actor.countyId), {
      areas: this.#grounds.require(actor, 'team:oversee'),
      villageId: query.villageId ?? null,
      seat: query.seat ?? null,
      after: query.after ?? null,
      limit: query.limit + 1,
      day: this.#clock.today(),
    });
    const { shown, last } = pageOf(rows, query.limit);
    await this.#audit.read(county, { actor, what: 'vacancies', patientIds: shown.map(row => row.id) });
    return { rows: shown.map(({ id, vacant, ...rest }) => ({ patientId: id, ...rest, vacant: [...vacant] })), next: last?.id ?? null };
  }
}
