import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { movePayout } from '@guanhu/shared/payouts/payout-life.rules';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import type { Tx } from '../platform/database/database.ts';
import { readBatch } from './batch.store.ts';
import { lockEntitlement } from './entitlement.store.ts';
import { IssueBills } from './issue-bills.ts';
import { payeeTies } from './payee-ties.ts';

/** The claiming phone's own request drives the bill: a worker steps in when that has had its time. */
const GRACE_SECONDS = 2;

/** The guardian claims: the bill is stored, and driven when that has been committed. */
@Injectable()
export class ClaimEntitlement {
  readonly #access: Access;
  readonly #issue: IssueBills;

  constructor(access: Access, issue: IssueBills) {
    this.#access = access;
    this.#issue = issue;
  }

  /**
   * A second tap finds the transfer under way, or the money received, and changes nothing.
   * @throws Refusal PAYEE_NOT_BOUND without a WeChat account to pay to, CHANNEL_NOT_WECHAT, PAYMENT_OVER_LIMIT, PAYMENT_OVER_DAY
   */
  async run(tx: Tx, actor: Actor, entitlementId: Id): Promise<{ id: Id }> {
    const row = await lockEntitlement(tx, entitlementId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, 'entitlement:claim', payeeTies(tx, row));
    if (row.state === 'inTransfer' || row.state === 'paid') return { id: row.id };
    unwrap(movePayout(row.state, 'claim'));
    const batch = row.batch_id === null ? undefined : await readBatch(tx, row.batch_id);
    if (!batch) throw new Error('a claimable entitlement without its batch');
    const why = (await this.#issue.run(tx, actor, batch, [row], GRACE_SECONDS)).get(row.id);
    if (why !== undefined) throw new Refusal(why);
    return { id: row.id };
  }
}
