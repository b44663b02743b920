import { escalateAt, postsToEscalateTo } from '@guanhu/shared/incidents/incident.rules';
import type { CountyId } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { IncidentPolicies } from './incident-policies.ts';
import { readReceipts, setNextRound, takeUnanswered, type IncidentRow } from './incidents.store.ts';
import { TellPosts } from './tell-posts.ts';

const AT_ONCE = 50;

/** Nobody has acknowledged in time: the next posts are told, and when they know already, and from the third round on, everybody once more. */
@Injectable()
export class EscalateUnanswered {
  readonly #database: Database;
  readonly #policies: IncidentPolicies;
  readonly #tell: TellPosts;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, policies: IncidentPolicies, tell: TellPosts, audit: Audit, clock: Clock) {
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
    for (const incident of incidents) await this.#nextRound(tx, incident);
    return incidents.length;
  }

  async #nextRound(tx: Tx, { id: incidentId, patientId, areaId, round, reportedBy, worsenedBy }: IncidentRow): Promise<void> {
    const policy = await this.#policies.inForce(tx, { patientId, areaId });
    const told = (await readReceipts(tx, incidentId)).map(receipt => receipt.post);
    const incident = { incidentId, patientId, areaId, round, worsenedBy };
    const next = postsToEscalateTo(policy, told);
    // Of what became worse the next posts may know already: then it is told to everybody once more.
    if (round === 2 && next.length > 0) await this.#tell.run(tx, incident, next, reportedBy);
    else await this.#tell.again(tx, incident);
    await setNextRound(tx, incidentId, escalateAt(policy, round, this.#clock.now()));
    await this.#audit.deed(tx, {
      actor: 'system',
      act: 'incidents:escalated',
      objectKind: 'incident',
      objectId: incidentId,
      patientId,
      facts: { round },
    });
  }
}
