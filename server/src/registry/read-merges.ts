import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { MergeAnswer, MergesPage } from '@guanhu/shared/registry/merge.contract';
import { decideSecondPerson, type MergeState } from '@guanhu/shared/registry/merge.rules';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Database } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { readMerges } from './merge.store.ts';
import { Merges } from './merges.ts';
import { Patients } from './patients.ts';

/** Merges that wait for somebody, and those that were decided. */
@Injectable()
export class ReadMerges {
  readonly #database: Database;
  readonly #access: Access;
  readonly #merges: Merges;
  readonly #patients: Patients;
  readonly #audit: Audit;

  constructor(database: Database, access: Access, merges: Merges, patients: Patients, audit: Audit) {
    this.#database = database;
    this.#access = access;
    this.#merges = merges;
    this.#patients = patients;
    this.#audit = audit;
  }

  async list(
    actor: Actor,
    { state, after, limit }: { state?: MergeState | undefined; after?: Id | undefined; limit: number },
  ): Promise<MergesPage> {
    const county = this.#database.county(actor.countyId);
    const { areas } = this.#access.scope(actor, 'patient:merge');
    const rows = await readMerges(county, { areas, state: state ?? null, after: after ?? null, limit: limit + 1 });
    const { shown, last } = pageOf(rows, limit);
    const patientIds = [...new Set(shown.flatMap(row => [row.keptId, row.mergedId]))];
    const names = await this.#patients.names(county, patientIds);
    await this.#audit.read(county, { actor, what: 'merge-list', patientIds });
    return {
      rows: shown.map(({ id, state: stands, keptId, mergedId, villageName, proposedAt, proposedFor }) => ({
        mergeId: id,
        state: stands,
        keptName: names.get(keptId) ?? '',
        mergedName: names.get(mergedId) ?? '',
        villageName,
        proposedAt: proposedAt.toISOString(),
        mine: !decideSecondPerson(proposedFor, standsFor(actor)).granted,
      })),
      next: last?.id ?? null,
    };
  }

  async one(actor: Actor, mergeId: Id): Promise<MergeAnswer> {
    const county = this.#database.county(actor.countyId);
    const merge = await this.#merges.find(county, actor, mergeId);
    await this.#audit.read(county, { actor, what: 'merge', patientIds: [merge.keptId, merge.mergedId] });
    return this.#merges.show(county, actor, merge);
  }
}
