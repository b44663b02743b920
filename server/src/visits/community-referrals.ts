import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { moveReferral } from '@guanhu/shared/visits/referral.rules';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { AskOffices } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import * as store from './referral.store.ts';

/** Referrals to the rehabilitation of the community: it takes the patient in, and tells back when that ends. For the room that keeps it. */
@Injectable()
export class CommunityReferrals {
  readonly #offices: AskOffices;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(offices: AskOffices, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#offices = offices;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** The patient's referral is taken in. @throws Refusal NOT_FOUND_OR_NO_ACCESS, REFERRAL_MOVE_NOT_ALLOWED, STALE */
  async takeIn(tx: Tx, actor: Actor, { referralId, patientId }: { readonly referralId: Id; readonly patientId: Id }): Promise<void> {
    const vault = await this.#vaults.of(tx.countyId);
    const referral = await store.readReferral(tx, vault, referralId);
    if (referral?.patientId !== patientId) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const to = unwrap(moveReferral(referral.state, 'join'));
    const moved = { id: referralId, version: referral.version, to, step: 'join', note: undefined, by: actor.personId } as const;
    if (!(await store.moveReferral(tx, vault, { ...moved, now: this.#clock.now() }))) throw new Refusal('STALE');
    await this.#record(tx, actor, { id: referralId, patientId }, 'join');
  }

  /** What the community did ended: the doctors of whom it was referred are told, and read in the referral how. */
  async tellBack(tx: Tx, actor: Actor, ended: readonly { readonly referralId: Id; readonly note: string }[]): Promise<void> {
    if (ended.length === 0) return;
    const told = await store.tellBack(tx, await this.#vaults.of(tx.countyId), ended, { by: actor.personId, now: this.#clock.now() });
    for (const one of told) {
      await this.#record(tx, actor, one, 'leave');
      const asked = { key: `referral-back:${one.id}`, patientId: one.patientId, except: [actor.personId] };
      await this.#offices.run(tx, { ...asked, permission: 'referral:write' });
    }
  }

  #record(tx: Tx, actor: Actor, { id, patientId }: { readonly id: Id; readonly patientId: Id }, step: 'join' | 'leave'): Promise<void> {
    const of = { actor, objectKind: 'referral', objectId: id, patientId };
    return this.#audit.deed(tx, { ...of, act: 'visits:referral-moved', facts: { step } });
  }
}
