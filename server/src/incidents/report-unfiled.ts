import type { Actor } from '@guanhu/shared/access/access.terms';
import { escalateAt, isSameIncident, postsToTell } from '@guanhu/shared/incidents/incident.rules';
import type { ReportUnfiledBody, UnfiledAnswer } from '@guanhu/shared/incidents/unfiled.contract';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { actedAt } from '@guanhu/shared/kernel/phone-clock';
import { Injectable } from '@nestjs/common';
import { Access, Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { IncidentPolicies } from './incident-policies.ts';
import * as store from './incidents.store.ts';
import { TellPosts } from './tell-posts.ts';
import { insertUnfiled, lockArea, nearestUnfiled } from './unfiled.store.ts';

/**
 * Something happens with somebody who has no file, seen or told in the village. No file comes of it; the posts of the place are told. Two
 * reports of one kind may be of two strangers: they stay apart, and whoever reports is asked whether it is the same event.
 */
@Injectable()
export class ReportUnfiled {
  readonly #access: Access;
  readonly #places: Places;
  readonly #policies: IncidentPolicies;
  readonly #tell: TellPosts;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(access: Access, places: Places, policies: IncidentPolicies, tell: TellPosts, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#access = access;
    this.#places = places;
    this.#policies = policies;
    this.#tell = tell;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async run(tx: Tx, actor: Actor, areaId: Id, body: ReportUnfiledBody): Promise<UnfiledAnswer> {
    const areaPath = await this.#places.pathOf(tx, areaId);
    this.#access.require(actor, 'incident:report-unfiled', { countyId: tx.countyId, areaPath });
    const vault = await this.#vaults.of(tx.countyId);
    await lockArea(tx, areaId);
    const [known] = await store.readReports(tx, vault, { reportId: body.incidentId });
    if (known) return this.#again(tx, actor, areaId, known);

    const now = this.#clock.now();
    const happenedAt = actedAt(body.happenedAt, now);
    const policy = await this.#policies.inForce(tx, { patientId: null, areaId });
    const near = await nearestUnfiled(tx, { areaId, kind: body.kind, happenedAt });
    const maybeSame = near && isSameIncident(near.happenedAt, happenedAt, policy) ? near : undefined;
    const incidentId = body.incidentId;
    const incident = { id: incidentId, kind: body.kind, happenedAt, reportedAt: now, reportedBy: actor.personId };
    const { source, description, note, tappedAt } = body;
    await insertUnfiled(tx, vault, {
      ...incident,
      areaId,
      source: source ?? null,
      description: description ?? null,
      escalateAt: escalateAt(policy, 1, now),
    });
    const tapped = tappedAt === undefined ? null : new Date(tappedAt);
    await store.insertReport(tx, vault, { ...incident, incidentId, onBehalfOf: null, tappedAt: tapped, note: note ?? null, place: null });
    await this.#tell.run(
      tx,
      { incidentId, patientId: null, areaId, round: 1, worsenedBy: null },
      postsToTell(policy, body.kind, []),
      actor.personId,
    );
    await this.#audit.deed(tx, {
      actor,
      act: 'incidents:reported',
      objectKind: 'incident',
      objectId: incidentId,
      facts: { kind: body.kind, report: body.incidentId, ...(source === undefined ? {} : { source }) },
    });
    return {
      incidentId,
      joinedFrom: null,
      outcome: null,
      maybeSame: maybeSame ? { incidentId: maybeSame.id, happenedAt: maybeSame.happenedAt.toISOString() } : null,
    };
  }

  /** The same report once more, under another key: nothing new. */
  async #again(tx: Tx, actor: Actor, areaId: Id, known: store.ReportRow): Promise<UnfiledAnswer> {
    const incident = await store.readIncident(tx, known.incidentId);
    if (known.reportedBy !== actor.personId || incident?.areaId !== areaId) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return { incidentId: incident.id, joinedFrom: known.id === incident.id ? null : known.id, outcome: incident.outcome, maybeSame: null };
  }
}
