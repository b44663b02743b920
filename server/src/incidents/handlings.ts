import type { PatientTies, Permission } from '@guanhu/shared/access/permissions.rules';
import type { Actor } from '@guanhu/shared/access/access.terms';
import { recordAskedOn, recordDueAt } from '@guanhu/shared/incidents/handling.rules';
import type { ClosingPart } from '@guanhu/shared/incidents/handling.terms';
import { dayOf } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { HandlingPolicy, IncidentKind } from '@guanhu/shared/policy/policy.terms';
import { Injectable } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { actingParts, maySpeakForPolice } from './acting-parts.ts';
import { insertHandling } from './handling.store.ts';
import { readIncident, type IncidentRow } from './incidents.store.ts';

/** An incident as an officer works on it: who they are in it, and the policy of the day on which it was reported. */
export type InHand = {
  readonly incident: IncidentRow & { readonly patientId: Id };
  readonly ties: PatientTies;
  readonly parts: readonly ClosingPart[];
  /** The team has no police, and the actor is the office that may say so. */
  readonly mayWaivePolice: boolean;
  readonly policy: HandlingPolicy;
};

type Asked = Extract<Permission, `handling:${string}`>;

/** Joint handlings, for the use-cases of this room. */
@Injectable()
export class Handlings {
  readonly #teams: Teams;
  readonly #policies: Policies;
  readonly #agenda: Agenda;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(teams: Teams, policies: Policies, agenda: Agenda, audit: Audit, clock: Clock) {
    this.#teams = teams;
    this.#policies = policies;
    this.#agenda = agenda;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async inHand(reader: Reader, actor: Actor, permission: Asked, incidentId: Id): Promise<InHand> {
    const found = await readIncident(reader, incidentId);
    // Around somebody without a file there is no team that would handle it together.
    if (typeof found?.patientId !== 'string') throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const incident = { ...found, patientId: found.patientId };
    const { patientId } = incident;
    const ties = await this.#teams.requireFor(reader, actor, permission, patientId);
    const seats = (await this.#teams.seats(reader, [patientId])).filter(seat => seat.patientId === patientId);
    const parts = actingParts(actor, patientId, ties, seats);
    return { incident, ties, parts, mayWaivePolice: maySpeakForPolice(actor, ties, seats), policy: await this.#policyOf(reader, incident) };
  }

  /** A report of a kind that begins a handling by itself has come in: in the same commit. */
  async reported(tx: Tx, actor: Actor, incident: Opening & { kind: IncidentKind }): Promise<void> {
    const policy = await this.#policyOf(tx, incident);
    if (policy.opensFor.includes(incident.kind)) await this.begin(tx, actor, incident, policy);
  }

  /** Begins it, once: whoever leads the village's team is asked for the record within the policy's hours. */
  async begin(tx: Tx, actor: Actor, { id: incidentId, patientId, reportedAt }: Opening, policy: HandlingPolicy): Promise<void> {
    const dueAt = recordDueAt(policy, reportedAt);
    if (!(await insertHandling(tx, { incidentId, patientId, begunAt: this.#clock.now(), recordDueAt: dueAt }))) return;
    const seats = ['lead', 'police', 'gridWorker', 'doctor'] as const;
    const { visitAt } = await this.#policies.inForce(tx, 'reminder', this.#clock.today(), { patientId });
    const dueOn = recordAskedOn(dueAt, visitAt);
    await this.#agenda.openAfter(tx, { kind: 'incidentRecord', patientId, causeId: incidentId, seats, dueOn });
    await this.#audit.deed(tx, { actor, act: 'incidents:handling-begun', objectKind: 'incident', objectId: incidentId, patientId });
  }

  #policyOf(reader: Reader, { patientId, reportedAt }: Opening): Promise<HandlingPolicy> {
    return this.#policies.inForce(reader, 'handling', dayOf(reportedAt), { patientId });
  }
}

/** What a handling begins from. */
type Opening = { readonly id: Id; readonly patientId: Id; readonly reportedAt: Date };
