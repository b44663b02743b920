import type { Role } from '@guanhu/shared/access/access.terms';
import { ROLES } from '@guanhu/shared/access/access.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import type { Reader } from '../platform/database/database.ts';
import { People } from './people.ts';
import { readPersonsIn } from './post.store.ts';

/** Somebody who works here, with the posts of today in words. */
export type StaffMember = {
  readonly personId: Id;
  readonly name: string;
  readonly phone: string | null;
  readonly posts: readonly string[];
};

/** Who works where, for the rooms that give people something to do. */
@Injectable()
export class Staff {
  readonly #people: People;
  readonly #clock: Clock;

  constructor(people: People, clock: Clock) {
    this.#people = people;
    this.#clock = clock;
  }

  /** Ids of everybody who holds a post today in these areas or inside them; of one role when named. In the order of the ids. */
  idsWithin(reader: Reader, areaIds: readonly Id[], role: Role | null = null): Promise<Id[]> {
    return readPersonsIn(reader, areaIds, role, this.#clock.today());
  }

  /** These persons with their posts of today; nothing for somebody unknown. */
  async shown(reader: Reader, personIds: readonly Id[]): Promise<ReadonlyMap<Id, StaffMember>> {
    const contacts = await this.#people.contacts(reader, personIds);
    const today = this.#clock.today();
    const posts = (await this.#people.posts(reader, [...contacts.keys()])).filter(
      post => post.from <= today && (post.until === null || post.until >= today),
    );
    return new Map(
      [...contacts].map(([personId, contact]) => [
        personId,
        {
          ...contact,
          posts: posts
            .filter(post => post.personId === personId)
            .map(post => `${post.organisationName ?? post.areaName} ${ROLES[post.role]}`),
        },
      ]),
    );
  }
}
