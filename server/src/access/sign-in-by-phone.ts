import type { SignInAnswer, SignedIn } from '@guanhu/shared/access/access.contract';
import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { Accounts } from './accounts.ts';
import { RateLimits } from './rate-limits.ts';
import { Sessions } from './sessions.ts';
import { ShowMe } from './show-me.ts';
import { WechatSignIn } from './wechat-sign-in.ts';

/** A whole office may stand behind one address. */
export const PER_ADDRESS = { burst: 300, everySeconds: 0.2 };
const PER_ACCOUNT = { burst: 20, everySeconds: 10 };

@Injectable()
export class SignInByPhone {
  readonly #database: Database;
  readonly #wechat: WechatSignIn;
  readonly #accounts: Accounts;
  readonly #sessions: Sessions;
  readonly #showMe: ShowMe;
  readonly #audit: Audit;
  readonly #limits: RateLimits;

  constructor(
    database: Database,
    wechat: WechatSignIn,
    accounts: Accounts,
    sessions: Sessions,
    showMe: ShowMe,
    audit: Audit,
    limits: RateLimits,
  ) {
    this.#database = database;
    this.#wechat = wechat;
    this.#accounts = accounts;
    this.#sessions = sessions;
    this.#showMe = showMe;
    this.#audit = audit;
    this.#limits = limits;
  }

  /** A session for the person the WeChat account is bound to. @throws Refusal WECHAT_CODE_INVALID, SERVER_BUSY, RATE_LIMITED */
  async run(ip: string, { loginCode, countyId }: { loginCode: string; countyId?: CountyId | undefined }): Promise<SignInAnswer> {
    this.#limits.take(`sign-in:${ip}`, PER_ADDRESS);
    const openid = await this.#wechat.openidOf(loginCode);
    this.#limits.take(`sign-in:${this.#accounts.openidDigest(openid).toString('base64')}`, PER_ACCOUNT);
    const all = await this.#accounts.ofOpenid(openid);
    const meant = countyId === undefined ? all : all.filter(account => account.countyId === countyId);
    const [account, ...more] = meant;
    if (!account) return { outcome: 'unbound' };
    if (more.length > 0) return { outcome: 'choose', counties: meant.map(each => ({ countyId: each.countyId, name: each.countyName })) };
    return this.#database.county(account.countyId).inTransaction(tx => this.open(tx, account.personId));
  }

  /** Opens the phone's session. */
  async open(tx: Tx, personId: Id): Promise<SignedIn> {
    const { token, sessionId } = await this.#sessions.open(tx, personId, 'phone');
    const actor = { countyId: tx.countyId, personId, sessionId, channel: 'phone' as const, posts: [] };
    await this.#audit.deed(tx, { actor, act: 'access:signed-in', objectKind: 'session', objectId: sessionId });
    return { outcome: 'signed-in', token, me: await this.#showMe.run(tx, personId) };
  }
}
