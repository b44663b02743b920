import type { Actor } from '@guanhu/shared/access/access.terms';
import type { PatientsPage } from '@guanhu/shared/registry/registry.contract';
import type { PatientState } from '@guanhu/shared/registry/registry.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { nameMatches } from '../platform/name-search.ts';
import { pageOf } from '../platform/http/page.ts';
import { readListed } from './care-team.store.ts';

/** Names are sealed, so a search opens those of the reader's own scope, never more than this. */
const MOST_NAMES = 10_000;

/** The files the reader answers for. */
@Injectable()
export class ListPatients {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #access: Access;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, vaults: Vaults, access: Access, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#vaults = vaults;
    this.#access = access;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(
    actor: Actor,
    query: {
      q?: string | undefined;
      villageId?: Id | undefined;
      state?: PatientState | undefined;
      after?: string | undefined;
      limit: number;
    },
  ): Promise<PatientsPage> {
    const county = this.#database.county(actor.countyId);
    const vault = await this.#vaults.of(actor.countyId);
    const { q, limit } = query;
    const listed = await readListed(county, vault, {
      scope: this.#access.scope(actor, 'patient:read'),
      villageId: query.villageId ?? null,
      state: query.state ?? null,
      after: query.after ?? null,
      limit: q === undefined ? limit + 1 : MOST_NAMES,
      today: this.#clock.today(),
    });
    const matching = q === undefined ? listed : listed.filter(patient => nameMatches(patient.name, q));
    const { shown, last } = pageOf(matching, limit);
    await this.#audit.read(county, {
      actor,
      what: q === undefined ? 'patient-list' : 'patient-search',
      patientIds: shown.map(patient => patient.id),
    });
    return {
      rows: shown.map(({ id, name, state, villageId, villageName }) => ({ patientId: id, name, state, villageId, villageName })),
      next: last?.id ?? null,
    };
  }
}
