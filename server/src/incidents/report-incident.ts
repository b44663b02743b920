import type { Actor } from '@guanhu/shared/access/access.terms';
import { escalateAt, isSameIncident, postsToTell } from '@guanhu/shared/incidents/incident.rules';
import type { IncidentAnswer, ReportIncidentBody } from '@guanhu/shared/incidents/incidents.contract';
import { dayOf } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { actedAt } from '@guanhu/shared/kernel/phone-clock';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { Helpers } from '../registry/registry.public.ts';
import { Handlings } from './handlings.ts';
import { IncidentPolicies } from './incident-policies.ts';
import * as store from './incidents.store.ts';
import { ShowIncident } from './show-incident.ts';
import { TellPosts } from './tell-posts.ts';

/**
 * Something is happening: whom the policy names is told in the same commit. Nothing here calls the police; the report's page does
 * that first, by telephone, and no answer says that it was done.
 */
@Injectable()
export class ReportIncident {
  readonly #teams: Teams;
  readonly #helpers: Helpers;
  readonly #policies: IncidentPolicies;
  readonly #tell: TellPosts;
  readonly #handlings: Handlings;
  readonly #show: ShowIncident;
  readonly #vaults: Vaults;
  readonly #outbox: Outbox;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    teams: Teams,
    helpers: Helpers,
    policies: IncidentPolicies,
    tell: TellPosts,
    handlings: Handlings,
    show: ShowIncident,
    vaults: Vaults,
    outbox: Outbox,
    audit: Audit,
    clock: Clock,
  ) {
    this.#teams = teams;
    this.#helpers = helpers;
    this.#policies = policies;
    this.#tell = tell;
    this.#handlings = handlings;
    this.#show = show;
    this.#vaults = vaults;
    this.#outbox = outbox;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(tx: Tx, actor: Actor, patientId: Id, body: ReportIncidentBody): Promise<IncidentAnswer> {
    // A call for help that waited for signal is never lost because a seat or a guardianship has passed on since.
    const tappedOn = body.tappedAt === undefined ? this.#clock.today() : dayOf(new Date(body.tappedAt));
    const ties = await this.#teams.requireThen(tx, actor, 'incident:report', patientId, tappedOn);
    const onBehalfOf = await this.#helpers.actsFor(tx, actor.personId, patientId, ties);
    const now = this.#clock.now();
    const vault = await this.#vaults.of(tx.countyId);
    await store.lockPatient(tx, patientId);
    const [known] = await store.readReports(tx, vault, { reportId: body.incidentId });
    if (known) return this.#again(tx, actor, patientId, known);

    const happenedAt = actedAt(body.happenedAt, now);
    const policy = await this.#policies.inForce(tx, { patientId, areaId: null });
    const near = await store.nearestIncident(tx, patientId, happenedAt);
    const joined = near && isSameIncident(near.happenedAt, happenedAt, policy) ? near : undefined;
    const incidentId = joined?.id ?? body.incidentId;
    const report = { id: body.incidentId, incidentId, kind: body.kind, happenedAt, reportedAt: now, reportedBy: actor.personId };
    if (!joined) await store.insertIncident(tx, { ...report, id: incidentId, patientId, escalateAt: escalateAt(policy, 1, now) });
    await store.insertReport(tx, vault, {
      ...report,
      onBehalfOf,
      tappedAt: body.tappedAt === undefined ? null : new Date(body.tappedAt),
      note: body.note ?? null,
      place: null,
    });

    const already = joined ? (await store.readReceipts(tx, incidentId)).map(receipt => receipt.post) : [];
    const posts = postsToTell(policy, body.kind, already);
    const round = joined?.round ?? 1;
    if (posts.length > 0) await this.#tell.run(tx, { incidentId, patientId, areaId: null, round }, posts, actor.personId);
    await this.#audit.deed(tx, {
      actor,
      act: joined ? 'incidents:joined' : 'incidents:reported',
      objectKind: 'incident',
      objectId: incidentId,
      patientId,
      facts: { kind: body.kind, report: body.incidentId, ...(onBehalfOf === null ? {} : { onBehalfOf }) },
    });
    // A second report may be of a kind that begins a handling although the first was not.
    await this.#handlings.reported(tx, actor, { id: incidentId, patientId, reportedAt: joined?.reportedAt ?? now, kind: body.kind });
    const payload = { patientId, incidentId, on: dayOf(happenedAt), by: actor.personId };
    await this.#outbox.put(tx, { kind: 'incident-reported', key: incidentId, payload });
    return this.#show.afterWrite(tx, actor, incidentId, joined ? body.incidentId : null);
  }

  /**
   * Somebody is missing. An incident that goes on is told to the posts of a search that do not know yet; else this is the first report of one,
   * by somebody whom the caller has asked about. @returns the incident
   */
  async missing(tx: Tx, actor: Actor, patientId: Id, { named, happenedAt }: { named: Id | null; happenedAt: Date }): Promise<Id> {
    if (named === null) {
      const report = { incidentId: newId(), kind: 'missing', happenedAt: happenedAt.toISOString() } as const;
      return (await this.run(tx, actor, patientId, report)).incidentId;
    }
    const policy = await this.#policies.inForce(tx, { patientId, areaId: null });
    const already = (await store.readReceipts(tx, named)).map(receipt => receipt.post);
    const posts = postsToTell(policy, 'missing', already);
    const round = (await store.readIncident(tx, named))?.round ?? 1;
    if (posts.length > 0) await this.#tell.run(tx, { incidentId: named, patientId, areaId: null, round }, posts, actor.personId);
    return named;
  }

  /** The same report once more, under another key: nothing new. Somebody else's report tells nothing. */
  async #again(tx: Tx, actor: Actor, patientId: Id, known: store.ReportRow): Promise<IncidentAnswer> {
    const incident = await store.readIncident(tx, known.incidentId);
    if (known.reportedBy !== actor.personId || incident?.patientId !== patientId) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return this.#show.afterWrite(tx, actor, known.incidentId, known.id === known.incidentId ? null : known.id);
  }
}
