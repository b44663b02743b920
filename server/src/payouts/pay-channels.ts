import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { decideNoParty } from '@guanhu/shared/agreements/party.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { PayChannelShown, SetPayChannelBody } from '@guanhu/shared/payouts/channels.contract';
import { Injectable } from '@nestjs/common';
import { Access, People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { lockEntitlement } from './entitlement.store.ts';
import { insertChannel, readChannels, type ChannelRow } from './pay-channel.store.ts';

/** How each person is paid: through WeChat unless the office has written down another way. Money goes to the guardian's own account only. */
@Injectable()
export class PayChannels {
  readonly #access: Access;
  readonly #people: People;
  readonly #vaults: Vaults;
  readonly #audit: Audit;

  constructor(access: Access, people: People, vaults: Vaults, audit: Audit) {
    this.#access = access;
    this.#people = people;
    this.#vaults = vaults;
    this.#audit = audit;
  }

  /** By person; who has none here is paid through WeChat. */
  async of(reader: Reader, personIds: readonly Id[]): Promise<ReadonlyMap<Id, ChannelRow>> {
    if (personIds.length === 0) return new Map();
    const rows = await readChannels(reader, await this.#vaults.of(reader.countyId), personIds);
    return new Map(rows.map(row => [row.personId, row]));
  }

  /** What is under way stays as it is: the new way holds for the next attempt. */
  async set(tx: Tx, actor: Actor, entitlementId: Id, { channel, account }: SetPayChannelBody): Promise<PayChannelShown> {
    const row = await lockEntitlement(tx, entitlementId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, 'batch:prepare', { countyId: tx.countyId, areaPath: row.area_path });
    unwrap(decideNoParty(standsFor(actor), [row.guardian_id], 'BATCH_OWN_PARTY'));
    if ((channel === 'bank') !== (account !== undefined)) throw new Refusal('PAYEE_ACCOUNT_NEEDED');
    const name = (await this.#people.contacts(tx, [row.guardian_id])).get(row.guardian_id)?.name;
    if (account && account.holder.trim() !== name?.trim()) throw new Refusal('PAYEE_NAME_DIFFERS');
    const id = newId();
    await insertChannel(tx, await this.#vaults.of(tx.countyId), {
      id,
      personId: row.guardian_id,
      channel,
      account: account ?? null,
      by: actor.personId,
    });
    await this.#audit.deed(tx, {
      actor,
      act: 'payouts:channel-set',
      objectKind: 'entitlement',
      objectId: entitlementId,
      patientId: row.patient_id,
      facts: { channel },
    });
    return { channel };
  }
}
