import type { PostFacts } from '@guanhu/shared/access/post.rules';
import { decidePost } from '@guanhu/shared/access/post.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Role } from '@guanhu/shared/access/access.terms';
import type { Reader, Tx } from '../platform/database/database.ts';
import { readArea, readOrganisationPath } from './place.store.ts';
import { insertPost, readPosts } from './post.store.ts';

export type NewPost = {
  readonly postId: Id;
  readonly role: Role;
  readonly areaId: Id;
  readonly organisationId: Id | null;
  readonly from: CalendarDate;
};

/** Gives a post to a person after asking the rule. @throws Refusal POST_NOT_FITTING, POST_ALREADY_HELD, INPUT_INVALID for an id in use. */
export async function givePostTo(tx: Tx, personId: Id, post: NewPost): Promise<void> {
  const granted = unwrap(await judge(tx, personId, post));
  if (!(await insertPost(tx, personId, post.postId, granted))) throw new Refusal('INPUT_INVALID', ['body.postId']);
}

/** The rule's answer about one post, with the facts it needs. */
export async function judge(reader: Reader, personId: Id, post: Omit<NewPost, 'postId'>) {
  const area = await readArea(reader, post.areaId);
  const organisationPath = post.organisationId === null ? null : await readOrganisationPath(reader, post.organisationId);
  if (!area || organisationPath === undefined) throw new Refusal('POST_NOT_FITTING');
  const facts: PostFacts = { role: post.role, areaId: post.areaId, organisationId: post.organisationId, from: post.from, until: null };
  return decidePost(facts, await readPosts(reader, [personId]), area, organisationPath);
}
