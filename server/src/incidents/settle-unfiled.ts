import type { Actor } from '@guanhu/shared/access/access.terms';
import type { SettleKey } from '@guanhu/shared/incidents/incidents.terms';
import type { UnfiledAnswer } from '@guanhu/shared/incidents/unfiled.contract';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access, Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { EraseUnfiled } from './erase-unfiled.ts';
import { readIncident } from './incidents.store.ts';
import { ShowIncident } from './show-incident.ts';
import { settle } from './unfiled.store.ts';

/**
 * What becomes of an incident with somebody who has no file: a clue, kept for whoever screens, or closed. Closing erases in the same commit
 * who it was and what was told, recordings and photographs too; when, where and of what kind it was stays, without a person.
 */
@Injectable()
export class SettleUnfiled {
  readonly #access: Access;
  readonly #places: Places;
  readonly #show: ShowIncident;
  readonly #erase: EraseUnfiled;
  readonly #outbox: Outbox;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(access: Access, places: Places, show: ShowIncident, erase: EraseUnfiled, outbox: Outbox, audit: Audit, clock: Clock) {
    this.#access = access;
    this.#places = places;
    this.#show = show;
    this.#erase = erase;
    this.#outbox = outbox;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, INCIDENT_HAS_FILE, INCIDENT_CLOSED */
  async run(tx: Tx, actor: Actor, incidentId: Id, outcome: SettleKey): Promise<UnfiledAnswer> {
    const incident = await readIncident(tx, incidentId);
    if (!incident) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    if (incident.areaId === null) {
      await this.#show.view(tx, actor, incidentId, null);
      throw new Refusal('INCIDENT_HAS_FILE');
    }
    const areaPath = await this.#places.pathOf(tx, incident.areaId);
    this.#access.require(actor, 'incident:settle-unfiled', { countyId: tx.countyId, areaPath });
    if (!(await settle(tx, { id: incidentId, outcome, by: actor.personId, now: this.#clock.now() }))) throw new Refusal('INCIDENT_CLOSED');
    if (outcome === 'closed') await this.#erase.run(tx, actor, incidentId);
    // Whoever screens takes a clue on, and lets it go when it was closed after all.
    const kind = outcome === 'clue' ? 'clue-kept' : incident.outcome === 'clue' ? 'clue-dropped' : null;
    const payload = { incidentId, areaId: incident.areaId, by: actor.personId };
    if (kind !== null) await this.#outbox.put(tx, { kind, key: incidentId, payload });
    await this.#audit.deed(tx, { actor, act: 'incidents:settled', objectKind: 'incident', objectId: incidentId, facts: { outcome } });
    return { incidentId, joinedFrom: null, outcome, maybeSame: null };
  }
}
