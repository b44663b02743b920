import type { Role } from '@guanhu/shared/access/access.terms';
import type { FieldRole } from '@guanhu/shared/access/post.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { findByName, insertPerson, lockPerson, readPersons, updatePhone } from './person.store.ts';
import { insertPost, readDeputiesOf, readHolders, readMembers, readPosts, readPostsIn, type PostRow } from './post.store.ts';
import { judge } from './posts.ts';

export type Contact = { readonly personId: Id; readonly name: string; readonly phone: string | null };

/** People as other rooms need them: found, entered, called by name and number. */
@Injectable()
export class People {
  readonly #vaults: Vaults;
  readonly #clock: Clock;

  constructor(vaults: Vaults, clock: Clock) {
    this.#vaults = vaults;
    this.#clock = clock;
  }

  /** Enters a person. @throws Refusal INPUT_INVALID when the id is taken. */
  async add(tx: Tx, { personId = newId(), name, phone }: { personId?: Id; name: string; phone: string | null }): Promise<Id> {
    const vault = await this.#vaults.of(tx.countyId);
    if (!(await insertPerson(tx, vault, { id: personId, name, phone, now: this.#clock.now() })))
      throw new Refusal('INPUT_INVALID', ['body.personId']);
    return personId;
  }

  /**
   * The person with exactly this name and phone, entered when there is none. Without a phone nobody is taken for somebody else who
   * happens to have the same name: the person found then has no phone either.
   */
  async ensure(tx: Tx, { name, phone }: { name: string; phone: string | null }): Promise<Id> {
    const same = (await this.named(tx, name)).find(person => person.phone === phone);
    return same?.personId ?? this.add(tx, { name, phone });
  }

  /** Notes the phone a person may be invited by. @returns the one they had before, null when none. */
  async setPhone(tx: Tx, personId: Id, phone: string): Promise<string | null> {
    const vault = await this.#vaults.of(tx.countyId);
    const person = await lockPerson(tx, vault, personId);
    if (!person) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    if (person.phone !== phone) await updatePhone(tx, vault, personId, phone);
    return person.phone;
  }

  /** Everybody with exactly this name who has not left. */
  async named(reader: Reader, name: string): Promise<Contact[]> {
    const found = await findByName(reader, await this.#vaults.of(reader.countyId), name);
    return found.map(({ id, phone, name: written }) => ({ personId: id, name: written, phone }));
  }

  /** Name and phone of each of these persons, those who left included. */
  async contacts(reader: Reader, personIds: readonly Id[]): Promise<ReadonlyMap<Id, Contact>> {
    if (personIds.length === 0) return new Map();
    const rows = await readPersons(reader, await this.#vaults.of(reader.countyId), [...new Set(personIds)]);
    return new Map(rows.map(({ id, name, phone }) => [id, { personId: id, name, phone }]));
  }

  /** Posts of these persons, ended ones too, newest first. */
  posts(reader: Reader, personIds: readonly Id[]): Promise<PostRow[]> {
    return readPosts(reader, personIds);
  }

  /** Posts in force today that stand exactly in these areas. */
  postsIn(reader: Reader, areaIds: readonly Id[]): Promise<{ personId: Id; role: Role; areaId: Id }[]> {
    return readPostsIn(reader, areaIds, this.#clock.today());
  }

  /** Who holds one of the roles today in an area that contains the place; `areaPath` is the place's, county first. */
  holders(reader: Reader, roles: readonly Role[], areaPath: readonly Id[]): Promise<{ personId: Id; role: Role; areaId: Id }[]> {
    return readHolders(reader, roles, areaPath, this.#clock.today());
  }

  /** Who holds one of the roles today for one of these organisations. */
  members(reader: Reader, organisationIds: readonly Id[], roles: readonly Role[]): Promise<Id[]> {
    return readMembers(reader, organisationIds, roles, this.#clock.today());
  }

  /** Who stands in for these persons today. */
  deputies(reader: Reader, personIds: readonly Id[]): Promise<{ personId: Id; deputyId: Id }[]> {
    return readDeputiesOf(reader, personIds, this.#clock.today());
  }

  /**
   * Gives a post of the field that came with a confirmed list; nothing when it is held already. Posts that touch money or accounts are
   * given by an administrator only. @throws Refusal POST_NOT_FITTING
   */
  async ensureFieldPost(
    tx: Tx,
    post: { personId: Id; role: FieldRole; areaId: Id; organisationId?: Id; from?: CalendarDate },
  ): Promise<void> {
    const wanted = {
      role: post.role,
      areaId: post.areaId,
      organisationId: post.organisationId ?? null,
      from: post.from ?? this.#clock.today(),
    };
    const decision = await judge(tx, post.personId, wanted);
    if (!decision.granted && decision.code === 'POST_ALREADY_HELD') return;
    await insertPost(tx, post.personId, newId(), unwrap(decision));
  }
}
