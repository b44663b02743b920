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
import { readHandlingRow } from './handling.store.ts';
import { Handlings } from './handlings.ts';
import { IncidentPolicies } from './incident-policies.ts';
import * as store from './incidents.store.ts';
import { ShowIncident } from './show-incident.ts';
import { TellPosts } from './tell-posts.ts';
import { WorsenIncident } from './worsen-incident.ts';

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
  readonly #worsen: WorsenIncident;
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
    worsen: WorsenIncident,
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
    this.#worsen = worsen;
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
    const same = near && isSameIncident(near.happenedAt, happenedAt, policy) ? near : undefined;
    const before = same && (await this.#worsen.asks(tx, same, body.kind));
    const worse = before?.worse === true;
    // Something worse than what is over is told to everybody as an incident of its own.
    const joined = same && !(worse && (await this.#isOver(tx, same.id))) ? same : undefined;
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

    if (joined && worse) await this.#worsen.run(tx, joined, report);
    else {
      const posts = postsToTell(policy, body.kind, joined && before ? before.told : []);
      const { round, worsenedBy } = joined ?? { round: 1, worsenedBy: null };
      if (posts.length > 0) await this.#tell.run(tx, { incidentId, patientId, areaId: null, round, worsenedBy }, posts, actor.personId);
    }
    await this.#audit.deed(tx, {
      actor,
      act: joined ? (worse ? 'incidents:worsened' : 'incidents:joined') : 'incidents:reported',
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
   * Somebody is missing, as somebody says about whom the caller has asked. Of an incident that goes on it is one more report; without one, or
   * when that is over, it is the first of its own. @returns the incident
   */
  async missing(tx: Tx, actor: Actor, patientId: Id, { named, happenedAt }: { named: Id | null; happenedAt: Date }): Promise<Id> {
    await store.lockPatient(tx, patientId);
    const incident = named === null || (await this.#isOver(tx, named)) ? undefined : await store.readIncident(tx, named);
    if (!incident) {
      const first = { incidentId: newId(), kind: 'missing', happenedAt: happenedAt.toISOString() } as const;
      return (await this.run(tx, actor, patientId, first)).incidentId;
    }
    const { id: incidentId, round, worsenedBy, reportedAt } = incident;
    const kind = 'missing';
    const { told, worse } = await this.#worsen.asks(tx, incident, kind);
    const report = { id: newId(), incidentId, kind, happenedAt, reportedAt: this.#clock.now(), reportedBy: actor.personId } as const;
    const more = { onBehalfOf: null, tappedAt: null, note: null, place: null };
    await store.insertReport(tx, await this.#vaults.of(tx.countyId), { ...report, ...more });
    const posts = postsToTell(await this.#policies.inForce(tx, { patientId, areaId: null }), kind, told);
    if (worse) await this.#worsen.run(tx, incident, report);
    else if (posts.length > 0) await this.#tell.run(tx, { incidentId, patientId, areaId: null, round, worsenedBy }, posts, actor.personId);
    const act = worse ? 'incidents:worsened' : 'incidents:joined';
    await this.#audit.deed(tx, { actor, act, objectKind: 'incident', objectId: incidentId, patientId, facts: { kind, report: report.id } });
    await this.#handlings.reported(tx, actor, { id: incidentId, patientId, reportedAt, kind });
    return incidentId;
  }

  async #isOver(tx: Tx, incidentId: Id): Promise<boolean> {
    return (await readHandlingRow(tx, incidentId))?.state === 'closed';
  }

  /** The same report once more, under another key: nothing new. Somebody else's report tells nothing. */
  async #again(tx: Tx, actor: Actor, patientId: Id, known: store.ReportRow): Promise<IncidentAnswer> {
    const incident = await store.readIncident(tx, known.incidentId);
    if (known.reportedBy !== actor.personId || incident?.patientId !== patientId) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return this.#show.afterWrite(tx, actor, known.incidentId, known.id === known.incidentId ? null : known.id);
  }
}
