import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import type { IncidentsAnswer } from '@guanhu/shared/incidents/incidents.contract';
import type { IncidentState } from '@guanhu/shared/incidents/incidents.terms';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { pageKey, readPageKey } from '../platform/http/page-key.ts';
import { pageOf } from '../platform/http/page.ts';
import { openPatientName } from '../registry/registry.public.ts';
import { readListed } from './incidents.store.ts';

/** Incidents that are the reader's: reported, told of, or of their own patients. */
@Injectable()
export class ListIncidents {
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
    {
      state,
      waiting,
      after,
      limit,
    }: { state?: IncidentState | undefined; waiting?: 'yes' | undefined; after?: string | undefined; limit: number },
  ): Promise<IncidentsAnswer> {
    const county = this.#database.county(actor.countyId);
    const vault = await this.#vaults.of(actor.countyId);
    const rows = await readListed(county, {
      persons: standsFor(actor),
      scope: this.#access.scope(actor, 'incident:read'),
      state: state ?? null,
      waiting: waiting === 'yes',
      after: readPageKey(after),
      limit: limit + 1,
      today: this.#clock.today(),
    });
    const { shown, last } = pageOf(rows, limit);
    await this.#audit.read(county, { actor, what: 'incident-list', patientIds: [...new Set(shown.flatMap(row => row.patientId ?? []))] });
    return {
      rows: shown.map(row => ({
        incidentId: row.id,
        patientId: row.patientId,
        patientName: row.asStaff && row.patientId && row.name_sealed ? openPatientName(vault, row.patientId, row.name_sealed) : null,
        villageName: row.villageName,
        kind: row.kind,
        state: row.state,
        happenedAt: row.happenedAt.toISOString(),
        reportedAt: row.reportedAt.toISOString(),
        waitsForMe: row.waitsForMe,
      })),
      next: last ? pageKey({ at: last.reportedAt, id: last.id }) : null,
    };
  }
}
