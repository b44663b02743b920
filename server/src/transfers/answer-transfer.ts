import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { AnswerTransferBody, TransferAnswered } from '@guanhu/shared/transfers/transfers.contract';
import { inAfter } from '@guanhu/shared/transfers/transfer-life.rules';
import { Injectable } from '@nestjs/common';
import { Access, Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { lockIn, writeAnswer } from './transfer-in.store.ts';

/** The new county says yes, and to which village, or no and why. A yes holds when the old county has heard it and released the patient. */
@Injectable()
export class AnswerTransfer {
  readonly #access: Access;
  readonly #places: Places;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #outbox: Outbox;
  readonly #clock: Clock;

  constructor(access: Access, places: Places, vaults: Vaults, audit: Audit, outbox: Outbox, clock: Clock) {
    this.#access = access;
    this.#places = places;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#outbox = outbox;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, STALE, TRANSFER_NOT_WAITING, TRANSFER_VILLAGE_NOT_FITTING */
  async run(tx: Tx, actor: Actor, transferId: Id, body: AnswerTransferBody): Promise<TransferAnswered> {
    const vault = await this.#vaults.of(tx.countyId);
    const row = await lockIn(tx, vault, transferId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, 'move:decide', { countyId: tx.countyId, areaPath: row.path });
    if (row.version !== body.version) throw new Refusal('STALE');
    unwrap(inAfter(row.state, body.answer));
    const [state, villageId, answer] =
      body.answer === 'accept' ? (['accepted', body.villageId, null] as const) : (['rejected', null, body.reason] as const);
    if (villageId !== null && (await this.#places.pathOf(tx, villageId)).at(-2) !== row.townshipId)
      throw new Refusal('TRANSFER_VILLAGE_NOT_FITTING', ['body.villageId']);
    const by = { by: actor.personId, session: actor.sessionId, now: this.#clock.now() };
    await writeAnswer(tx, vault, { id: transferId, state, villageId, answer, ...by });
    const facts = { fromCounty: row.fromCounty, villageId };
    await this.#audit.deed(tx, { actor, act: `transfers:${state}`, objectKind: 'transfer', objectId: transferId, facts });
    await this.#outbox.put(tx, { kind: `transfer-${state}`, key: transferId, payload: { transferId } });
    return { transferId, state, version: row.version + 1 };
  }
}
