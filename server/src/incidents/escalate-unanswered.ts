import { postsToEscalateTo } from '@guanhu/shared/incidents/incident.rules';
import type { CountyId } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { readReceipts, takeUnanswered } from './incidents.store.ts';
import { TellPosts } from './tell-posts.ts';

const AT_ONCE = 50;

/** Nobody has answered in time: the next posts are told, once. */
@Injectable()
export class EscalateUnanswered {
  readonly #database: Database;
  readonly #policies: Policies;
  readonly #tell: TellPosts;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, policies: Policies, tell: TellPosts, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#policies = policies;
    this.#tell = tell;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(countyId: CountyId): Promise<void> {
    const county = this.#database.county(countyId);
    while ((await county.inTransaction(tx => this.#some(tx))) === AT_ONCE);
  }

  async #some(tx: Tx): Promise<number> {
    const incidents = await takeUnanswered(tx, this.#clock.now(), AT_ONCE);
    for (const { id: incidentId, patientId, kind, round, reportedBy } of incidents) {
      const policy = await this.#policies.inForce(tx, 'incident', this.#clock.today(), { patientId });
      const told = (await readReceipts(tx, incidentId)).map(receipt => receipt.post);
      await this.#tell.run(tx, { incidentId, patientId, kind, round }, postsToEscalateTo(policy, told), reportedBy);
      await this.#audit.deed(tx, {
        actor: 'system',
        act: 'incidents:escalated',
        objectKind: 'incident',
        objectId: incidentId,
        patientId,
        facts: { round },
      });
    }
    return incidents.length;
  }
}
