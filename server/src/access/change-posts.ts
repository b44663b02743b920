import type { EndPostBody, GivePostBody, PersonRef } from '@guanhu/shared/access/access.contract';
import type { Actor } from '@guanhu/shared/access/access.terms';
import { decideEnd } from '@guanhu/shared/access/post.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { Administration } from './administration.ts';
import { endPosts, otherAdministrators, readPosts } from './post.store.ts';
import { givePostTo } from './posts.ts';

/** Gives a post to a person, or ends one. */
@Injectable()
export class ChangePosts {
  readonly #administration: Administration;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(administration: Administration, audit: Audit, clock: Clock) {
    this.#administration = administration;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, PERSON_LEFT, ROLE_OF_ONESELF, STEP_UP_NEEDED, POST_NOT_FITTING, POST_ALREADY_HELD */
  async give(tx: Tx, actor: Actor, personId: Id, { stepUpTicket, ...post }: GivePostBody): Promise<PersonRef> {
    await this.#administration.person(tx, actor, personId);
    await this.#administration.roles(tx, actor, [personId], { stepUpTicket, objectId: personId });
    await givePostTo(tx, personId, post);
    await this.#audit.deed(tx, {
      actor,
      act: 'access:post-given',
      objectKind: 'post',
      objectId: post.postId,
      facts: { personId, role: post.role, areaId: post.areaId },
    });
    return { personId };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, PERSON_LEFT, ROLE_OF_ONESELF, STEP_UP_NEEDED, LAST_DAY_TOO_EARLY, LAST_ADMINISTRATOR */
  async end(
    tx: Tx,
    actor: Actor,
    { personId, postId }: { personId: Id; postId: Id },
    { lastDay, stepUpTicket }: EndPostBody,
  ): Promise<PersonRef> {
    await this.#administration.person(tx, actor, personId);
    const today = this.#clock.today();
    const post = (await readPosts(tx, [personId])).find(each => each.postId === postId);
    if (!post || (post.until !== null && post.until < today)) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#administration.roles(tx, actor, [personId], { stepUpTicket, objectId: personId });
    unwrap(decideEnd(post, lastDay, today, await otherAdministrators(tx, personId, lastDay)));
    await endPosts(tx, personId, [postId], lastDay);
    await this.#audit.deed(tx, { actor, act: 'access:post-ended', objectKind: 'post', objectId: postId, facts: { personId, lastDay } });
    return { personId };
  }
}
