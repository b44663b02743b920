import type { CreatePersonBody, PersonRef } from '@guanhu/shared/access/access.contract';
import type { Actor } from '@guanhu/shared/access/access.terms';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import type { Tx } from '../platform/database/database.ts';
import { Access } from './access.ts';
import { Administration } from './administration.ts';
import { People } from './people.ts';
import { givePostTo } from './posts.ts';

@Injectable()
export class CreatePerson {
  readonly #access: Access;
  readonly #administration: Administration;
  readonly #people: People;
  readonly #audit: Audit;

  constructor(access: Access, administration: Administration, people: People, audit: Audit) {
    this.#access = access;
    this.#administration = administration;
    this.#people = people;
    this.#audit = audit;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, STEP_UP_NEEDED, POST_NOT_FITTING, POST_ALREADY_HELD, INPUT_INVALID for an id in use */
  async run(tx: Tx, actor: Actor, { personId, name, phone, posts, stepUpTicket }: CreatePersonBody): Promise<PersonRef> {
    await this.#access.requireInCounty(tx, actor, 'person:manage');
    await this.#administration.confirmed(tx, actor, stepUpTicket, personId);
    await this.#people.add(tx, { personId, name, phone });
    await this.#audit.deed(tx, { actor, act: 'access:person-entered', objectKind: 'person', objectId: personId });
    for (const post of posts) {
      await givePostTo(tx, personId, post);
      await this.#audit.deed(tx, {
        actor,
        act: 'access:post-given',
        objectKind: 'post',
        objectId: post.postId,
        facts: { personId, role: post.role, areaId: post.areaId },
      });
    }
    return { personId };
  }
}
