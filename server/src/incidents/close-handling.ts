import type { Actor } from '@guanhu/shared/access/access.terms';
import type { CloseHandlingBody, HandlingAnswer } from '@guanhu/shared/incidents/handling.contract';
import { decideClosing, type GivenPart } from '@guanhu/shared/incidents/handling.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { acknowledge } from './incidents.store.ts';
import { giveClosingPart, insertEntry, lockHandling, readEntries, type HandlingRow } from './handling.store.ts';
import { Handlings } from './handlings.ts';
import { ShowHandling } from './show-handling.ts';

/** The doctor's or the police's part is finished. Two officers at once take turns; the second has not read what the first did and is told. */
@Injectable()
export class CloseHandling {
  readonly #handlings: Handlings;
  readonly #show: ShowHandling;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(handlings: Handlings, show: ShowHandling, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#handlings = handlings;
    this.#show = show;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(tx: Tx, actor: Actor, incidentId: Id, { part, version, withoutPolice }: CloseHandlingBody): Promise<HandlingAnswer> {
    const inHand = await this.#handlings.inHand(tx, actor, 'handling:close', incidentId);
    const handling = await lockHandling(tx, incidentId);
    if (!handling) throw new Refusal('HANDLING_NOT_BEGUN');
    if (handling.version !== version) throw new Refusal('HANDLING_CHANGED');
    const vault = await this.#vaults.of(tx.countyId);
    const entries = await readEntries(tx, vault, handling.id);
    const waives = part === 'police' && inHand.mayWaivePolice && !inHand.parts.includes('police');
    if (waives && withoutPolice === undefined) throw new Refusal('HANDLING_NO_POLICE_REASON');
    const mayGive = waives ? [...inHand.parts, 'police' as const] : inHand.parts;
    const facts = { state: handling.state, entries, given: givenParts(handling) };
    const to = unwrap(decideClosing(facts, { part, by: actor.personId, mayGive }, inHand.policy));
    const given = { id: handling.id, version, part, by: actor.personId, to, now: this.#clock.now() };
    if (!(await giveClosingPart(tx, given))) throw new Refusal('HANDLING_CHANGED');
    // Whoever handled it may never have tapped that they are on it: nobody is alarmed any more about what is over.
    if (to === 'closed') await acknowledge(tx, incidentId, given.now);
    if (waives) {
      const words = `没有民警一方：${withoutPolice ?? ''}`;
      const row = {
        id: newId(),
        what: { kind: 'note', words },
        at: given.now,
        recordedAt: given.now,
        corrects: null,
        by: actor.personId,
      } as const;
      await insertEntry(tx, vault, handling.id, row);
    }
    await this.#audit.deed(tx, {
      actor,
      act: to === 'closed' ? 'incidents:handling-closed' : 'incidents:handling-part-given',
      objectKind: 'incident',
      objectId: incidentId,
      patientId: handling.patientId,
      facts: { part, ...(waives ? { withoutPolice: true } : {}) },
    });
    return this.#show.view(tx, inHand);
  }
}

const givenParts = ({ doctorBy, policeBy }: HandlingRow): GivenPart[] => [
  ...(doctorBy === null ? [] : [{ part: 'doctor', by: doctorBy } as const]),
  ...(policeBy === null ? [] : [{ part: 'police', by: policeBy } as const]),
];
