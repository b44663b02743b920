import { escalateAt, graverKind, isWorse, postsToTell } from '@guanhu/shared/incidents/incident.rules';
import type { IncidentKind, IncidentPost } from '@guanhu/shared/policy/policy.terms';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { IncidentPolicies } from './incident-policies.ts';
import { readKinds, readReceipts, worsen, type IncidentRow, type NewReport } from './incidents.store.ts';
import { TellPosts } from './tell-posts.ts';

/** What those who were told of an incident know of it, and whether a further report of a kind is worse. */
type Known = { readonly told: readonly IncidentPost[]; readonly worse: boolean };

/** A further report of an incident may be of something worse: then whoever was told of less is told anew, and has to answer anew. */
@Injectable()
export class WorsenIncident {
  readonly #policies: IncidentPolicies;
  readonly #tell: TellPosts;
  readonly #clock: Clock;

  constructor(policies: IncidentPolicies, tell: TellPosts, clock: Clock) {
    this.#policies = policies;
    this.#tell = tell;
    this.#clock = clock;
  }

  /** To be asked before the report is entered. */
  async asks(tx: Tx, incident: IncidentRow, kind: IncidentKind): Promise<Known> {
    const told = (await readReceipts(tx, incident.id)).map(receipt => receipt.post);
    const kinds = await readKinds(tx, incident.id);
    return { told, worse: isWorse(await this.#policies.inForce(tx, incident), { kinds, told }, kind) };
  }

  /** The report, which is worse and entered: everybody is told anew, and the rounds go on until somebody is on that. */
  async run(tx: Tx, incident: IncidentRow, report: Pick<NewReport, 'id' | 'kind' | 'reportedBy'>): Promise<void> {
    const { id: incidentId, patientId, areaId } = incident;
    const { id: reportId, reportedBy } = report;
    const [policy, now] = [await this.#policies.inForce(tx, incident), this.#clock.now()];
    const kind = graverKind(incident.kind, report.kind);
    await worsen(tx, incidentId, { kind, reportId, reportedBy, now, escalateAt: escalateAt(policy, 1, now) });
    const told = { incidentId, patientId, areaId, round: 1, worsenedBy: reportId };
    await this.#tell.anew(tx, told, postsToTell(policy, report.kind, []), reportedBy);
  }
}
