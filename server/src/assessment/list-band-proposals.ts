import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import type { BandProposalsAnswer } from '@guanhu/shared/assessment/band-proposal.contract';
import type { Id } from '@guanhu/shared/kernel/ids';
import { bandView } from '@guanhu/shared/policy/visit-policy.rules';
import { Injectable } from '@nestjs/common';
import { Access, People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { Policies } from '../policy/policy.public.ts';
import { openPatientName } from '../registry/registry.public.ts';
import { listWaiting } from './band-proposal.store.ts';

/** Calmer bands that wait for a second person. */
@Injectable()
export class ListBandProposals {
  readonly #database: Database;
  readonly #access: Access;
  readonly #people: People;
  readonly #policies: Policies;
  readonly #vaults: Vaults;
  readonly #audit: Audit;

  constructor(database: Database, access: Access, people: People, policies: Policies, vaults: Vaults, audit: Audit) {
    this.#database = database;
    this.#access = access;
    this.#people = people;
    this.#policies = policies;
    this.#vaults = vaults;
    this.#audit = audit;
  }

  async run(
    actor: Actor,
    { after, limit, patientId }: { after?: Id | undefined; limit: number; patientId?: Id | undefined },
  ): Promise<BandProposalsAnswer> {
    const county = this.#database.county(actor.countyId);
    const vault = await this.#vaults.of(actor.countyId);
    const { areas } = this.#access.scope(actor, 'band:lower');
    const asked = { areas, patientId: patientId ?? null, after: after ?? null, limit: limit + 1 };
    const { shown, last } = pageOf(await listWaiting(county, vault, asked), limit);
    const names = await this.#people.contacts(county, [...new Set(shown.map(row => row.proposedBy))]);
    await this.#audit.read(county, { actor, what: 'band-proposals', patientIds: shown.map(row => row.patientId) });
    const rows = await Promise.all(
      shown.map(async row => {
        // The bands are those of the policy under which it was proposed.
        const policy = (await this.#policies.numbered(county, 'visit', row.policySeq))?.policy;
        const view = (key: string) => (policy ? bandView(policy, key) : null);
        return {
          proposalId: row.id,
          patientId: row.patientId,
          patientName: openPatientName(vault, row.patientId, row.nameSealed),
          villageName: row.villageName,
          from: view(row.fromBand),
          to: view(row.toBand),
          state: row.state,
          reason: row.reason,
          proposedBy: names.get(row.proposedBy)?.name ?? '',
          proposedAt: row.proposedAt.toISOString(),
          mine: standsFor(actor).includes(row.proposedBy),
          version: row.version,
        };
      }),
    );
    return { rows, next: last?.id ?? null };
  }
}
