import { randomInt } from 'node:crypto';
import type { IssuedInvitation } from '@guanhu/shared/access/access.contract';
import type { Actor } from '@guanhu/shared/access/access.terms';
import { invitationQr, makeCode, showCode } from '@guanhu/shared/access/code.rules';
import { issuedAt } from '@guanhu/shared/access/invitation.rules';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults, type CountyVault } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { insertInvitation, withdrawInvitations } from './binding.store.ts';
import { readSettings } from './settings.store.ts';
import { qrSvg } from './tickets.ts';

export const invitationCodeDigest = (vault: CountyVault, code: string): Buffer => vault.digest('invitation-code', code);

/** Codes given in person. */
@Injectable()
export class Invitations {
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(vaults: Vaults, audit: Audit, clock: Clock) {
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** Issues an invitation; an earlier open one of the person ends. The code exists only in the answer. */
  async issue(tx: Tx, { personId, by }: { personId: Id; by: Actor | 'system' }): Promise<IssuedInvitation> {
    const now = this.#clock.now();
    const code = makeCode(randomInt);
    const { expiresAt, triesLeft } = issuedAt(now, await readSettings(tx, this.#clock.today()));
    const id = newId();
    await withdrawInvitations(tx, personId, now);
    const codeDigest = invitationCodeDigest(await this.#vaults.of(tx.countyId), code);
    await insertInvitation(tx, { id, personId, codeDigest, now, expiresAt, triesLeft });
    await this.#audit.deed(tx, { actor: by, act: 'access:invited', objectKind: 'person', objectId: personId, facts: { invitation: id } });
    return { code: showCode(code), qrSvg: await qrSvg(invitationQr(tx.countyId, code)), expiresAt: expiresAt.toISOString() };
  }

  /** Ends whatever invitation is open. */
  withdraw(tx: Tx, personId: Id): Promise<void> {
    return withdrawInvitations(tx, personId, this.#clock.now());
  }
}
