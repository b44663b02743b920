import type { Me, PostShown } from '@guanhu/shared/access/access.contract';
import { SPOKEN, type Spoken } from '@guanhu/shared/access/spoken.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Clips } from '../platform/clips/clips.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Config } from '../platform/config/config.ts';
import type { Reader } from '../platform/database/database.ts';
import { Accounts } from './accounts.ts';
import { Counties } from './counties.ts';
import { MeSources } from './me-sources.ts';
import { People } from './people.ts';
import { readPostsInForce, type PostRow } from './post.store.ts';

export const postShown = (post: PostRow, deputyFor: string | null): PostShown => ({
  postId: post.postId,
  role: post.role,
  areaId: post.areaId,
  areaName: post.areaName,
  organisationId: post.organisationId,
  organisationName: post.organisationName,
  from: post.from,
  until: post.until,
  deputyFor,
});

@Injectable()
export class ShowMe {
  readonly #counties: Counties;
  readonly #accounts: Accounts;
  readonly #people: People;
  readonly #sources: MeSources;
  readonly #config: Config;
  readonly #clips: Clips;
  readonly #clock: Clock;

  constructor(counties: Counties, accounts: Accounts, people: People, sources: MeSources, config: Config, clips: Clips, clock: Clock) {
    this.#counties = counties;
    this.#accounts = accounts;
    this.#people = people;
    this.#sources = sources;
    this.#config = config;
    this.#clips = clips;
    this.#clock = clock;
  }

  /** The person as their own screens show them. */
  async run(reader: Reader, personId: Id): Promise<Me> {
    const posts = await readPostsInForce(reader, personId, this.#clock.today());
    const contacts = await this.#people.contacts(reader, [personId, ...posts.map(post => post.personId)]);
    const nameOf = (id: Id): string => contacts.get(id)?.name ?? '';
    const county = await this.#counties.find(reader.countyId);
    const elsewhere = await this.#accounts.elsewhere(reader, personId);
    const spoken = await this.#recorded();
    return {
      countyId: reader.countyId,
      countyName: county?.name ?? '',
      personId,
      name: nameOf(personId),
      posts: posts.map(post => postShown(post, post.personId === personId ? null : nameOf(post.personId))),
      isGuardian: await this.#sources.isGuardian(reader, personId),
      isHelper: await this.#sources.isHelper(reader, personId),
      ...(elsewhere.length > 0 ? { otherCounties: elsewhere.map(({ countyId, countyName: name }) => ({ countyId, name })) } : {}),
      ...(spoken.length > 0 ? { spoken } : {}),
      templates: Object.fromEntries(Object.entries(this.#config.accounts.wechat.templates).map(([purpose, { id }]) => [purpose, [id]])),
    };
  }

  async #recorded(): Promise<Spoken[]> {
    const recorded: Spoken[] = [];
    for (const key of Object.keys(SPOKEN) as Spoken[]) if (await this.#clips.has([SPOKEN[key]])) recorded.push(key);
    return recorded;
  }
}
