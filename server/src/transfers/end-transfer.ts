import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { TransferProposed } from '@guanhu/shared/transfers/transfers.contract';
import { outAfter, type OutEvent } from '@guanhu/shared/transfers/transfer-life.rules';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { endOut, type OutRow } from './transfer-out.store.ts';

/** The one way in which the old county's row ends; a withdrawal goes on to the new county. */
@Injectable()
export class EndTransfer {
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #outbox: Outbox;
  readonly #clock: Clock;

  constructor(vaults: Vaults, audit: Audit, outbox: Outbox, clock: Clock) {
    this.#vaults = vaults;
    this.#audit = audit;
    this.#outbox = outbox;
    this.#clock = clock;
  }

  /** @throws Refusal TRANSFER_NOT_WAITING, STALE */
  async run(tx: Tx, actor: Actor | 'system', row: OutRow, event: OutEvent, answer: string | null = null): Promise<TransferProposed> {
    const { id: transferId, patientId, toCounty } = row;
    const state = unwrap(outAfter(row.state, event));
    const ended = { id: transferId, version: row.version, state, answer, now: this.#clock.now() };
    const version = await endOut(tx, await this.#vaults.of(tx.countyId), ended);
    if (version === undefined) throw new Refusal('STALE');
    const object = { objectKind: 'transfer', objectId: transferId, patientId, facts: { toCounty } };
    await this.#audit.deed(tx, { actor, act: `transfers:${state}`, ...object });
    if (state === 'withdrawn') await this.#outbox.put(tx, { kind: 'transfer-withdrawn', key: transferId, payload: { transferId } });
    return { transferId, state, version };
  }
}
