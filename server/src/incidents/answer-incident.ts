import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import type { IncidentAnswer } from '@guanhu/shared/incidents/incidents.contract';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { acknowledge, markReceipts } from './incidents.store.ts';
import { ShowIncident } from './show-incident.ts';

/** Somebody who was told has seen it, or is on it. */
@Injectable()
export class AnswerIncident {
  readonly #show: ShowIncident;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(show: ShowIncident, audit: Audit, clock: Clock) {
    this.#show = show;
    this.#audit = audit;
    this.#clock = clock;
  }

  read(tx: Tx, actor: Actor, incidentId: Id): Promise<IncidentAnswer> {
    return this.#mark(tx, actor, incidentId, false);
  }

  acknowledge(tx: Tx, actor: Actor, incidentId: Id): Promise<IncidentAnswer> {
    return this.#mark(tx, actor, incidentId, true);
  }

  async #mark(tx: Tx, actor: Actor, incidentId: Id, acknowledged: boolean): Promise<IncidentAnswer> {
    const asked = acknowledged ? 'incident:acknowledge' : 'incident:read';
    const { patientId } = await this.#show.view(tx, actor, incidentId, null, asked);
    const now = this.#clock.now();
    if ((await markReceipts(tx, incidentId, standsFor(actor), acknowledged, now)) === 0) throw new Refusal('INCIDENT_NOT_TOLD');
    if (acknowledged) await acknowledge(tx, incidentId, now);
    const act = acknowledged ? 'incidents:acknowledged' : 'incidents:read';
    await this.#audit.deed(tx, { actor, act, objectKind: 'incident', objectId: incidentId, patientId });
    return this.#show.afterWrite(tx, actor, incidentId);
  }
}
