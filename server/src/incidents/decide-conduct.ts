import type { Actor } from '@guanhu/shared/access/access.terms';
import { decideConduct, needsLookBack, proposedRisk } from '@guanhu/shared/incidents/conduct.rules';
import type { DecideConductBody, HandlingAnswer } from '@guanhu/shared/incidents/handling.contract';
import { dayOf } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { insertConduct, readRisk } from './handling.store.ts';
import { Handlings } from './handlings.ts';
import { askLookBack } from './ask-look-back.ts';
import { ShowHandling } from './show-handling.ts';

/**
 * Doctor or police decide what an incident was, with a reason. The band follows the incident, and the rating when the doctor gave one; the
 * appraisal and the indicators read the decision as a fact.
 */
@Injectable()
export class DecideConduct {
  readonly #handlings: Handlings;
  readonly #show: ShowHandling;
  readonly #vaults: Vaults;
  readonly #outbox: Outbox;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(handlings: Handlings, show: ShowHandling, vaults: Vaults, outbox: Outbox, audit: Audit, clock: Clock) {
    this.#handlings = handlings;
    this.#show = show;
    this.#vaults = vaults;
    this.#outbox = outbox;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(tx: Tx, actor: Actor, incidentId: Id, body: DecideConductBody): Promise<HandlingAnswer> {
    const inHand = await this.#handlings.inHand(tx, actor, 'handling:close', incidentId);
    const { conductId: id, conduct, times, as, reason, risk } = body;
    unwrap(decideConduct({ conduct, times, as, risk }, inHand.parts));
    const { patientId, happenedAt } = inHand.incident;
    const found = { id, incidentId, patientId, happenedAt, conduct, times, as, reason, risk: risk ?? null };
    const row = { ...found, by: actor.personId, at: this.#clock.now() };
    if (!(await insertConduct(tx, await this.#vaults.of(tx.countyId), row))) throw new Refusal('INPUT_INVALID', ['body.conductId']);
    await this.#audit.deed(tx, {
      actor,
      act: 'incidents:conduct-decided',
      objectKind: 'incident',
      objectId: incidentId,
      patientId,
      facts: { conduct, times, as, risk: risk ?? null },
    });
    // What was none of them leaves band and rating as they are; the report itself was counted when it came in.
    if (conduct === 'none') return this.#show.view(tx, inHand);
    // Only the doctor rates: what the police found asks for the doctor's review.
    const reviewWanted = as === 'police' && proposedRisk(conduct, await readRisk(tx, patientId)) !== null;
    const payload = { patientId, conductId: id, on: dayOf(happenedAt), by: actor.personId, risk: risk ?? null, reviewWanted };
    await this.#outbox.put(tx, { kind: 'incident-judged', key: id, payload });
    if (needsLookBack(conduct))
      await askLookBack(this.#outbox, tx, { lookBackId: id, patientId, incidentId, cause: 'seriousHarm', happenedOn: dayOf(happenedAt) });
    return this.#show.view(tx, inHand);
  }
}
