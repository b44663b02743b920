import * as C from '@guanhu/shared/access/access.contract';
import { SPOKEN } from '@guanhu/shared/access/spoken.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import { Controller } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clips } from '../platform/clips/clips.ts';
import { Database } from '../platform/database/database.ts';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { BindAccount } from './bind-account.ts';
import { Sessions } from './sessions.ts';
import { ShowMe } from './show-me.ts';
import { SignInByPhone } from './sign-in-by-phone.ts';

@Controller()
export class SignInController {
  readonly #database: Database;
  readonly #signIn: SignInByPhone;
  readonly #bind: BindAccount;
  readonly #sessions: Sessions;
  readonly #showMe: ShowMe;
  readonly #clips: Clips;
  readonly #audit: Audit;

  constructor(
    database: Database,
    signIn: SignInByPhone,
    bind: BindAccount,
    sessions: Sessions,
    showMe: ShowMe,
    clips: Clips,
    audit: Audit,
  ) {
    this.#database = database;
    this.#signIn = signIn;
    this.#bind = bind;
    this.#sessions = sessions;
    this.#showMe = showMe;
    this.#clips = clips;
    this.#audit = audit;
  }

  @Endpoint(C.signInByPhoneContract)
  signIn(@Call() { request, body }: CallOf<typeof C.signInByPhoneContract>) {
    return this.#signIn.run(request.ip, body);
  }

  @Endpoint(C.bindAccountContract)
  bind(@Call() { request, body }: CallOf<typeof C.bindAccountContract>) {
    return this.#bind.run(request.ip, body);
  }

  @Endpoint(C.signOutContract)
  signOut(@Call() { actor }: CallOf<typeof C.signOutContract>): Promise<C.Done> {
    return this.#database.county(actor.countyId).inTransaction(async tx => {
      await this.#sessions.end(tx, actor.sessionId);
      await this.#audit.deed(tx, { actor, act: 'access:signed-out', objectKind: 'session', objectId: actor.sessionId });
      return { done: true };
    });
  }

  @Endpoint(C.readMeContract)
  me(@Call() { actor }: CallOf<typeof C.readMeContract>) {
    return this.#showMe.run(this.#database.county(actor.countyId), actor.personId);
  }

  @Endpoint(C.readSpokenContract)
  async spoken(@Call() { params, reply }: CallOf<typeof C.readSpokenContract>) {
    const clip = await this.#clips.read([SPOKEN[params.sentence]]);
    if (!clip) throw new Refusal('CLIP_NOT_RECORDED');
    void reply.header('content-type', 'audio/mpeg').header('cache-control', 'no-store');
    return clip;
  }
}
