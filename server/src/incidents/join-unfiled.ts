import type { Actor } from '@guanhu/shared/access/access.terms';
import { may } from '@guanhu/shared/access/permissions.rules';
import { graverKind } from '@guanhu/shared/incidents/incident.rules';
import type { UnfiledAnswer } from '@guanhu/shared/incidents/unfiled.contract';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access, Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { readIncident, readReports } from './incidents.store.ts';
import { ShowIncident } from './show-incident.ts';
import { WorsenIncident } from './worsen-incident.ts';
import { join, readDescription, setKind } from './unfiled.store.ts';

/** Two incidents with somebody without a file were one event: whoever reported the second says so, or whoever settles them. */
@Injectable()
export class JoinUnfiled {
  readonly #access: Access;
  readonly #places: Places;
  readonly #show: ShowIncident;
  readonly #worsen: WorsenIncident;
  readonly #vaults: Vaults;
  readonly #outbox: Outbox;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    access: Access,
    places: Places,
    show: ShowIncident,
    worsen: WorsenIncident,
    vaults: Vaults,
    outbox: Outbox,
    audit: Audit,
    clock: Clock,
  ) {
    this.#access = access;
    this.#places = places;
    this.#show = show;
    this.#worsen = worsen;
    this.#vaults = vaults;
    this.#outbox = outbox;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, INCIDENT_HAS_FILE, INCIDENT_NOT_YOURS, INCIDENTS_APART, INCIDENT_CLOSED */
  async run(tx: Tx, actor: Actor, incidentId: Id, sameAs: Id): Promise<UnfiledAnswer> {
    const incident = await readIncident(tx, incidentId);
    if (!incident) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    if (incident.areaId === null) {
      await this.#show.view(tx, actor, incidentId, null);
      throw new Refusal('INCIDENT_HAS_FILE');
    }
    const ties = { countyId: tx.countyId, areaPath: await this.#places.pathOf(tx, incident.areaId) };
    this.#access.require(actor, 'incident:report-unfiled', ties);
    if (incident.reportedBy !== actor.personId && !may(actor, 'incident:settle-unfiled', ties)) throw new Refusal('INCIDENT_NOT_YOURS');
    const other = await readIncident(tx, sameAs);
    if (sameAs === incidentId || other?.areaId !== incident.areaId) throw new Refusal('INCIDENTS_APART');
    const vault = await this.#vaults.of(tx.countyId);
    const [first] = await readReports(tx, vault, { reportId: incidentId });
    const words = [await readDescription(tx, vault, incidentId), first?.note].flatMap(each => each ?? []).join('；');
    const joined = { id: incidentId, sameAs, by: actor.personId, now: this.#clock.now(), words: words === '' ? null : words };
    const { worse } = await this.#worsen.asks(tx, other, incident.kind);
    if (!(await join(tx, vault, joined))) throw new Refusal('INCIDENT_CLOSED');
    // What was worse stays so; and while nobody was on it, it goes on with the other one.
    const report = { id: incidentId, kind: incident.kind, reportedBy: incident.reportedBy };
    if (worse && incident.state === 'open' && other.outcome === null) await this.#worsen.run(tx, other, report);
    else if (worse) await setKind(tx, sameAs, graverKind(other.kind, incident.kind));
    // What goes on is the other one: a clue that was made of this one ends.
    if (incident.outcome === 'clue') await this.#outbox.put(tx, { kind: 'clue-dropped', key: incidentId, payload: { incidentId } });
    await this.#audit.deed(tx, { actor, act: 'incidents:joined', objectKind: 'incident', objectId: incidentId, facts: { sameAs } });
    return { incidentId: sameAs, joinedFrom: incidentId, outcome: other.outcome, maybeSame: null };
  }
}
