import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { decideNoParty } from '@guanhu/shared/agreements/party.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { movePayout } from '@guanhu/shared/payouts/payout-life.rules';
import type { DecideFailureAnswer, DecideFailureBody } from '@guanhu/shared/payouts/payouts.contract';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import type { Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { readBatch } from './batch.store.ts';
import { lockEntitlement, storeEntitlement, type EntitlementRow } from './entitlement.store.ts';
import { mayBePaidElsewhere } from './reconciliation.store.ts';
import { post } from './ledger.store.ts';

/** What becomes of a transfer that definitely failed: the first person proposes, a second one agrees. Only here an attempt's number rises. */
@Injectable()
export class DecideFailure {
  readonly #access: Access;
  readonly #audit: Audit;
  readonly #outbox: Outbox;

  constructor(access: Access, audit: Audit, outbox: Outbox) {
    this.#access = access;
    this.#audit = audit;
    this.#outbox = outbox;
  }

  async run(tx: Tx, actor: Actor, entitlementId: Id, body: DecideFailureBody): Promise<DecideFailureAnswer> {
    const row = await lockEntitlement(tx, entitlementId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, 'batch:read', { countyId: tx.countyId, areaPath: row.area_path });
    unwrap(decideNoParty(standsFor(actor), [row.guardian_id], 'BATCH_OWN_PARTY'));
    const event = body.decision === 'retry' ? 'retryByTwo' : 'giveBackByTwo';
    const state = unwrap(movePayout(row.state, event));
    if (row.version !== body.version) throw new Refusal('STALE');
    if (row.pending_decision !== body.decision || row.pending_by === null) {
      const pending = { decision: body.decision, by: actor.personId };
      const version = await storeEntitlement(tx, row, { state: row.state, pending });
      await this.#record(tx, actor, row, body, 'proposed');
      return { id: row.id, state: row.state, version, waitingForSecond: true };
    }
    if (standsFor(actor).includes(row.pending_by)) throw new Refusal('SECOND_PERSON_NEEDED');
    if (body.decision === 'retry' && (await mayBePaidElsewhere(tx, row.id))) throw new Refusal('PAID_ELSEWHERE');
    const version = await this.#carryOut(tx, row, body, state);
    await this.#record(tx, actor, row, body, 'agreed');
    return { id: row.id, state, version, waitingForSecond: false };
  }

  async #carryOut(tx: Tx, row: EntitlementRow, { decision }: DecideFailureBody, state: EntitlementRow['state']): Promise<number> {
    const batch = row.batch_id === null ? undefined : await readBatch(tx, row.batch_id);
    if (!batch) throw new Error('a failed entitlement without its batch');
    const attempt = row.attempt + (decision === 'retry' ? 1 : 0);
    const version = await storeEntitlement(tx, row, { state, attempt });
    await post(tx, {
      officeId: batch.office_id,
      lineId: batch.line_id,
      kind: decision,
      amountFen: row.amount_fen,
      cause: `${decision}:${row.id}:${String(row.attempt)}`,
      batchId: batch.id,
      entitlementId: row.id,
    });
    const payload = { entitlementId: row.id, guardianId: row.guardian_id, patientId: row.patient_id };
    await this.#outbox.put(
      tx,
      decision === 'retry'
        ? { kind: 'entitlement-claimable', key: `${row.id}:${String(attempt)}`, payload }
        : { kind: 'batch-settled', key: `${row.id}:returned`, payload: { batchId: batch.id } },
    );
    return version;
  }

  #record(tx: Tx, actor: Actor, row: EntitlementRow, { decision }: DecideFailureBody, how: 'proposed' | 'agreed'): Promise<void> {
    return this.#audit.deed(tx, {
      actor,
      act: `payouts:failure-decision-${how}`,
      objectKind: 'entitlement',
      objectId: row.id,
      patientId: row.patient_id,
      facts: { decision, attempt: row.attempt },
    });
  }
}
