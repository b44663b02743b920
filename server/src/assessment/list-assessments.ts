import type { Actor } from '@guanhu/shared/access/access.terms';
import { may } from '@guanhu/shared/access/permissions.rules';
import type { AssessmentsAnswer } from '@guanhu/shared/assessment/assessment.contract';
import type { Id } from '@guanhu/shared/kernel/ids';
import { bandView } from '@guanhu/shared/policy/visit-policy.rules';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { pageKey, readPageKey } from '../platform/http/page-key.ts';
import { pageOf } from '../platform/http/page.ts';
import { Policies } from '../policy/policy.public.ts';
import { openFound, openNote, readAssessments } from './assessment-record.store.ts';

/** What was reviewed and examined, under which policy; notes and values for doctors only. */
@Injectable()
export class ListAssessments {
  readonly #database: Database;
  readonly #teams: Teams;
  readonly #people: People;
  readonly #policies: Policies;
  readonly #vaults: Vaults;
  readonly #audit: Audit;

  constructor(database: Database, teams: Teams, people: People, policies: Policies, vaults: Vaults, audit: Audit) {
    this.#database = database;
    this.#teams = teams;
    this.#people = people;
    this.#policies = policies;
    this.#vaults = vaults;
    this.#audit = audit;
  }

  async run(actor: Actor, patientId: Id, { after, limit }: { after?: string | undefined; limit: number }): Promise<AssessmentsAnswer> {
    const county = this.#database.county(actor.countyId);
    const ties = await this.#teams.requireFor(county, actor, 'patient:read', patientId);
    const { shown, last } = pageOf(await readAssessments(county, patientId, readPageKey(after), limit + 1), limit);
    const vault = await this.#vaults.of(actor.countyId);
    const [seesNotes, seesValues] = [may(actor, 'assessment:review', ties), may(actor, 'assessment:examine', ties)];
    const names = await this.#people.contacts(county, [...new Set(shown.map(row => row.recordedBy))]);
    await this.#audit.read(county, { actor, what: 'assessments', patientIds: [patientId] });
    const rows = await Promise.all(
      shown.map(async row => {
        const review = row.cycle === 'riskReview';
        const policy = review ? (await this.#policies.numbered(county, 'visit', row.policySeq))?.policy : undefined;
        const found = !review && seesValues ? openFound(vault, row) : null;
        return {
          id: row.id,
          cycle: row.cycle,
          on: row.on,
          recordedAt: row.recordedAt.toISOString(),
          byName: names.get(row.recordedBy)?.name ?? '',
          risk: row.risk,
          stability: row.stability,
          band: policy ? bandView(policy, row.band) : null,
          policySeq: row.policySeq,
          note: review && seesNotes ? openNote(vault, row) : null,
          where: found?.where ?? null,
          values: found?.values ?? null,
        };
      }),
    );
    return { rows, next: last ? pageKey({ at: last.recordedAt, id: last.id }) : null };
  }
}
