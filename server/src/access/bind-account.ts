import type { BindBody, SignedIn } from '@guanhu/shared/access/access.contract';
import { decideBinding, type BindingDecision, type InvitedPerson } from '@guanhu/shared/access/binding.rules';
import { readCode } from '@guanhu/shared/access/code.rules';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { CountyId } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults, type CountyVault } from '../platform/crypto/vault.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { Accounts } from './accounts.ts';
import { countTry, insertClash, lockInvited, readInvited, useInvitation, type InvitedRow } from './binding.store.ts';
import { Counties } from './counties.ts';
import { invitationCodeDigest } from './invitations.ts';
import { phoneDigest } from './person.store.ts';
import { RateLimits } from './rate-limits.ts';
import { PER_ADDRESS, SignInByPhone } from './sign-in-by-phone.ts';
import { WechatSignIn } from './wechat-sign-in.ts';

const PER_ACCOUNT = { burst: 10, everySeconds: 60 };

type Proof = { readonly openid: string; readonly phone: string; readonly code: string };
type Settled = SignedIn | 'clash' | 'refused';

/** Binds a WeChat account: the phone number WeChat vouches for *and* the code given in person. */
@Injectable()
export class BindAccount {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #counties: Counties;
  readonly #wechat: WechatSignIn;
  readonly #accounts: Accounts;
  readonly #signIn: SignInByPhone;
  readonly #audit: Audit;
  readonly #limits: RateLimits;
  readonly #clock: Clock;

  constructor(
    database: Database,
    vaults: Vaults,
    counties: Counties,
    wechat: WechatSignIn,
    accounts: Accounts,
    signIn: SignInByPhone,
    audit: Audit,
    limits: RateLimits,
    clock: Clock,
  ) {
    this.#database = database;
    this.#vaults = vaults;
    this.#counties = counties;
    this.#wechat = wechat;
    this.#accounts = accounts;
    this.#signIn = signIn;
    this.#audit = audit;
    this.#limits = limits;
    this.#clock = clock;
  }

  /**
   * @throws Refusal BINDING_NOT_POSSIBLE whatever does not fit, with a try counted where only the code was wrong; BINDING_CLASH when a
   *   person must decide, which is then noted; WECHAT_CODE_INVALID, SERVER_BUSY, RATE_LIMITED
   */
  async run(ip: string, body: BindBody): Promise<SignedIn> {
    this.#limits.take(`sign-in:${ip}`, PER_ADDRESS);
    const openid = await this.#wechat.openidOf(body.loginCode);
    this.#limits.take(`bind:${this.#accounts.openidDigest(openid).toString('base64')}`, PER_ACCOUNT);
    const phone = await this.#wechat.phoneOf(body.phoneCode);
    const code = readCode(body.invitationCode);
    if (phone === undefined || code === undefined) throw new Refusal('BINDING_NOT_POSSIBLE');
    const settled = await this.#settle({ openid, phone, code }, body.countyId);
    // A refusal must not undo the try that was counted or the clash that was noted, so it is thrown only now.
    if (settled === 'clash') throw new Refusal('BINDING_CLASH');
    if (settled === 'refused') throw new Refusal('BINDING_NOT_POSSIBLE');
    return settled;
  }

  /** The code decides the county; where it fits nowhere, a try is counted wherever the phone was invited. */
  async #settle(proof: Proof, countyId: CountyId | undefined): Promise<Settled> {
    const asked = countyId === undefined ? await this.#counties.all() : [await this.#counties.find(countyId)];
    const places: { id: CountyId; vault: CountyVault; fits: boolean }[] = [];
    for (const county of asked) {
      if (!county) continue;
      const vault = await this.#vaults.of(county.id);
      const invited = await readInvited(this.#database.county(county.id), phoneDigest(vault, proof.phone));
      if (invited.length > 0) places.push({ id: county.id, vault, fits: invited.some(codeFits(vault, proof.code)) });
    }
    const meant = places.filter(place => place.fits);
    for (const { id, vault } of meant.length > 0 ? meant : places) {
      const settled = await this.#database.county(id).inTransaction(tx => this.#settleIn(tx, vault, proof));
      if (settled !== 'refused') return settled;
    }
    return 'refused';
  }

  async #settleIn(tx: Tx, vault: CountyVault, proof: Proof): Promise<Settled> {
    const rows = await lockInvited(tx, phoneDigest(vault, proof.phone));
    const openidDigest = this.#accounts.openidDigest(proof.openid);
    const fits = codeFits(vault, proof.code);
    const invited = rows.map((row): InvitedPerson => ({
      personId: row.personId,
      account: row.account === null ? 'none' : row.account.equals(openidDigest) ? 'this' : 'another',
      invitation: { ...row, invitationId: row.id, codeMatches: fits(row) },
    }));
    const boundTo = (await this.#accounts.holder(tx, openidDigest)) ?? null;
    const decision = decideBinding({ invited, boundTo }, this.#clock.now());
    switch (decision.outcome) {
      case 'refused':
        await countTry(tx, decision.countTryOn);
        return 'refused';
      case 'clash':
        await this.#noteClash(tx, vault, proof, decision);
        return 'clash';
      case 'bind': {
        const { personId } = decision;
        if (boundTo !== personId) await this.#accounts.bind(tx, personId, proof.openid);
        await useInvitation(tx, personId, this.#clock.now());
        await this.#audit.deed(tx, {
          actor: 'system',
          act: 'access:bound',
          objectKind: 'person',
          objectId: personId,
          facts: { invitation: decision.invitationId },
        });
        return this.#signIn.open(tx, personId);
      }
    }
  }

  async #noteClash(tx: Tx, vault: CountyVault, { openid }: Proof, clash: Extract<BindingDecision, { outcome: 'clash' }>): Promise<void> {
    const openidDigest = this.#accounts.openidDigest(openid);
    const id = await insertClash(tx, vault, { id: newId(), ...clash, openid, openidDigest, now: this.#clock.now() });
    await this.#audit.deed(tx, {
      actor: 'system',
      act: 'access:binding-clashed',
      objectKind: 'binding-clash',
      objectId: id,
      facts: { kind: clash.kind },
    });
  }
}

const codeFits =
  (vault: CountyVault, code: string) =>
  (row: InvitedRow): boolean =>
    row.codeDigest.equals(invitationCodeDigest(vault, code));
