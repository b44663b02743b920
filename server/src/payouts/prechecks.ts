import type { Id } from '@guanhu/shared/kernel/ids';
import { precheck, type Limits, type Precheck } from '@guanhu/shared/payouts/precheck.rules';
import { Injectable } from '@nestjs/common';
import { Accounts, People } from '../access/access.public.ts';
import type { Reader } from '../platform/database/database.ts';
import type { EntitlementRow } from './entitlement.store.ts';
import { PayChannels } from './pay-channels.ts';

/** What stands in the way of paying, found before anything is sent: three look-ups for any number of payments. */
@Injectable()
export class Prechecks {
  readonly #accounts: Accounts;
  readonly #people: People;
  readonly #channels: PayChannels;

  constructor(accounts: Accounts, people: People, channels: PayChannels) {
    this.#accounts = accounts;
    this.#people = people;
    this.#channels = channels;
  }

  /** By entitlement. */
  async of(reader: Reader, rows: readonly EntitlementRow[], limits: Limits): Promise<ReadonlyMap<Id, Precheck | null>> {
    const guardians = [...new Set(rows.map(row => row.guardian_id))];
    const openids = await this.#accounts.openidsOf(reader, guardians);
    const people = await this.#people.contacts(reader, guardians);
    const channels = await this.#channels.of(reader, guardians);
    return new Map(
      rows.map(row => {
        const way = channels.get(row.guardian_id);
        const holderIsGuardian = way?.account ? way.account.holder.trim() === people.get(row.guardian_id)?.name.trim() : null;
        const payee = { channel: way?.channel ?? 'wechat', boundToWechat: openids.has(row.guardian_id), holderIsGuardian } as const;
        return [row.id, precheck(payee, row.amount_fen, limits)];
      }),
    );
  }
}
