import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { DecisionRef, FinishDecisionBody, GiveDecisionBody } from '@guanhu/shared/meetings/meetings.contract';
import { Injectable } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { closeDecision, giveDecision, lockDecision, passDecisions, type DecisionRow } from './decision.store.ts';
import { isOrActsFor, Meetings } from './meetings.ts';

/** What was decided is carried out by whoever was named, and passes to somebody else by the office or with a leaver’s work. */
@Injectable()
export class CarryOutDecision {
  readonly #meetings: Meetings;
  readonly #agenda: Agenda;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(meetings: Meetings, agenda: Agenda, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#meetings = meetings;
    this.#agenda = agenda;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** By whoever is to carry it out. @throws Refusal NOT_FOUND_OR_NO_ACCESS, STALE, DECISION_DONE */
  async finish(tx: Tx, actor: Actor, decisionId: Id, { version, outcome }: FinishDecisionBody): Promise<DecisionRef> {
    const decision = await this.#held(tx, decisionId);
    if (!isOrActsFor(actor, decision.ownerId)) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    requireOpen(decision, version);
    await closeDecision(tx, await this.#vaults.of(tx.countyId), decisionId, { outcome, by: actor.personId, now: this.#clock.now() });
    await this.#agenda.finishNamed(tx, { kind: 'meetingDecision', causeId: decisionId, by: actor.personId });
    await this.#audit.deed(tx, { actor, act: 'meetings:decision-done', objectKind: 'meeting-decision', objectId: decisionId });
    return { decisionId, state: 'done' };
  }

  /** By the office that convenes. @throws Refusal NOT_FOUND_OR_NO_ACCESS, STALE, DECISION_DONE, DECISION_NEEDS_OWNER */
  async give(tx: Tx, actor: Actor, decisionId: Id, { version, ownerId }: GiveDecisionBody): Promise<DecisionRef> {
    const decision = await this.#held(tx, decisionId);
    await this.#meetings.requireTownship(tx, actor, 'meeting:convene', decision.townshipId);
    requireOpen(decision, version);
    await this.#meetings.requireOwners(tx, decision.townshipId, [ownerId]);
    await giveDecision(tx, decisionId, ownerId);
    await this.#agenda.giveNamed(tx, { kind: 'meetingDecision', causeId: decisionId, assigneeId: ownerId });
    const facts = { from: decision.ownerId, to: ownerId };
    await this.#audit.deed(tx, { actor, act: 'meetings:decision-given', objectKind: 'meeting-decision', objectId: decisionId, facts });
    return { decisionId, state: 'open' };
  }

  /** Whoever leaves hands what they were to carry out to the successor; without one it stays theirs until the office names somebody. */
  async pass(tx: Tx, { personId, successorId }: { personId: Id; successorId: Id | null }): Promise<void> {
    if (successorId === null) return;
    for (const causeId of await passDecisions(tx, { from: personId, to: successorId }))
      await this.#agenda.giveNamed(tx, { kind: 'meetingDecision', causeId, assigneeId: successorId });
  }

  async #held(tx: Tx, decisionId: Id): Promise<DecisionRow> {
    const decision = await lockDecision(tx, await this.#vaults.of(tx.countyId), decisionId);
    if (!decision) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return decision;
  }
}

function requireOpen(decision: DecisionRow, version: number): void {
  if (decision.version !== version) throw new Refusal('STALE');
  if (decision.state === 'done') throw new Refusal('DECISION_DONE');
}
