import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import type { Permission } from '@guanhu/shared/access/permissions.rules';
import { decideNoParty } from '@guanhu/shared/agreements/party.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { MakePayListBody } from '@guanhu/shared/payouts/channels.contract';
import type { ListChannel } from '@guanhu/shared/payouts/payouts.terms';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import { outBillNo } from '../platform/wechat-pay/out-bill-no.ts';
import { readBatch, type BatchRow } from './batch.store.ts';
import { entitlementsOfBatch, type EntitlementRow } from './entitlement.store.ts';
import { ForgottenBills } from './forgotten-bills.ts';
import type { ChannelRow } from './pay-channel.store.ts';
import { PayChannels } from './pay-channels.ts';

/** Questions to the platform that are under way together: few, because what is taken back needs two connections to the database. */
const SIDE_BY_SIDE = 4;

/** What the platform said of those who would stand in a list. */
export type Asked = {
  /** The numbers of which it has no bill. */
  readonly unpaid: ReadonlySet<string>;
  /** It had a bill of somebody, who is not to be paid again. */
  readonly someTakenBack: boolean;
};

/** Who of a batch would stand in a list for the bank or for cash, and whether the platform has paid them already. */
@Injectable()
export class ListCandidates {
  readonly #database: Database;
  readonly #access: Access;
  readonly #channels: PayChannels;
  readonly #forgotten: ForgottenBills;

  constructor(database: Database, access: Access, channels: PayChannels, forgotten: ForgottenBills) {
    this.#database = database;
    this.#access = access;
    this.#channels = channels;
    this.#forgotten = forgotten;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  requireBatch(reader: Reader, actor: Actor, batch: BatchRow | undefined, permission: Permission): BatchRow {
    if (!batch) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, permission, { countyId: reader.countyId, areaPath: batch.area_path });
    return batch;
  }

  /**
   * The payments of a batch, for somebody who handles them.
   * @throws Refusal NOT_FOUND_OR_NO_ACCESS, BATCH_OWN_PARTY
   */
  async inside(reader: Reader, actor: Actor, batch: BatchRow | undefined): Promise<EntitlementRow[]> {
    const { id } = this.requireBatch(reader, actor, batch, 'batch:release');
    const rows = await entitlementsOfBatch(reader, id);
    const parties = rows.map(row => row.guardian_id);
    unwrap(decideNoParty(standsFor(actor), parties, 'BATCH_OWN_PARTY'));
    return rows;
  }

  /** Those who wait for their money and are paid this way, with where it goes. */
  async of(
    reader: Reader,
    actor: Actor,
    batch: BatchRow | undefined,
    channel: ListChannel,
  ): Promise<{ rows: EntitlementRow[]; channels: ReadonlyMap<Id, ChannelRow> }> {
    const waiting = (await this.inside(reader, actor, batch)).filter(row => row.state === 'claimable');
    const channels = await this.#channels.of(reader, [...new Set(waiting.map(row => row.guardian_id))]);
    return { rows: waiting.filter(row => channels.get(row.guardian_id)?.channel === channel), channels };
  }

  /**
   * Asks the platform about everybody who would stand in the list, outside the transaction that makes it: our rows may be yesterday's, and what
   * was paid since stands nowhere but there. What it knows gets its bill back, whichever way the money is to go today.
   */
  async ask(actor: Actor, batchId: Id, { channel }: MakePayListBody): Promise<Asked> {
    const county = this.#database.county(actor.countyId);
    const batch = await readBatch(county, batchId);
    const { rows } = await this.of(county, actor, batch, channel);
    const unpaid = new Set<string>();
    let someTakenBack = false;
    for (let from = 0; batch && from < rows.length; from += SIDE_BY_SIDE) {
      const { merchant_account_id } = batch;
      const some = rows.slice(from, from + SIDE_BY_SIDE);
      const found = await Promise.all(some.map(row => this.#forgotten.find(county, { ...row, merchant_account_id, batch_id: batchId })));
      some.forEach((row, n) => {
        if (found[n]?.answer === 'not-found') unpaid.add(outBillNo(row.id, row.attempt));
      });
      someTakenBack ||= found.some(({ answer }) => answer === 'taken-back');
    }
    return { unpaid, someTakenBack };
  }
}
