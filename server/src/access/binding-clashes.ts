import type { ClashList, Done, ResolveClashBody } from '@guanhu/shared/access/access.contract';
import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { Access } from './access.ts';
import { Accounts } from './accounts.ts';
import { Administration } from './administration.ts';
import { clashOpenid, closeClash, lockClash, readOpenClashes, useInvitation, type ClashRow } from './binding.store.ts';
import { People } from './people.ts';

/** Bindings that a person must decide: the open ones are the administrators' task list. */
@Injectable()
export class BindingClashes {
  readonly #database: Database;
  readonly #access: Access;
  readonly #administration: Administration;
  readonly #accounts: Accounts;
  readonly #people: People;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    access: Access,
    administration: Administration,
    accounts: Accounts,
    people: People,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#access = access;
    this.#administration = administration;
    this.#accounts = accounts;
    this.#people = people;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async list(actor: Actor): Promise<ClashList> {
    const county = this.#database.county(actor.countyId);
    await this.#access.requireInCounty(county, actor, 'person:manage');
    const clashes = await readOpenClashes(county);
    const contacts = await this.#people.contacts(county, clashes.flatMap(personsOf));
    const person = (personId: Id) => ({ personId, name: contacts.get(personId)?.name ?? '' });
    return {
      rows: clashes.map(clash => ({
        clashId: clash.id,
        kind: clash.kind,
        at: clash.at.toISOString(),
        candidates: clash.candidate_ids.map(person),
        holder: clash.holder_id === null ? null : person(clash.holder_id),
      })),
    };
  }

  /**
   * Binds the account to one of the candidates, ending what stood in the way, or leaves everything as it is.
   * @throws Refusal NOT_FOUND_OR_NO_ACCESS, CLASH_ALREADY_RESOLVED, ROLE_OF_ONESELF, STEP_UP_NEEDED, PERSON_LEFT
   */
  async resolve(tx: Tx, actor: Actor, clashId: Id, { bindTo, stepUpTicket }: ResolveClashBody): Promise<Done> {
    await this.#access.requireInCounty(tx, actor, 'person:manage');
    const clash = await lockClash(tx, clashId);
    if (!clash || (bindTo !== null && !clash.candidate_ids.includes(bindTo))) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    if (clash.resolved_at) throw new Refusal('CLASH_ALREADY_RESOLVED');
    await this.#administration.roles(tx, actor, personsOf(clash), { stepUpTicket, objectId: clashId });
    if (bindTo !== null) await this.#bind(tx, actor, clash, bindTo);
    await closeClash(tx, clashId, bindTo, this.#clock.now());
    await this.#audit.deed(tx, {
      actor,
      act: 'access:binding-clash-resolved',
      objectKind: 'binding-clash',
      objectId: clashId,
      facts: { boundTo: bindTo },
    });
    return { done: true };
  }

  async #bind(tx: Tx, actor: Actor, clash: ClashRow, personId: Id): Promise<void> {
    await this.#administration.person(tx, actor, personId);
    const holder = await this.#accounts.holder(tx, clash.openid_digest);
    await this.#accounts.release(tx, holder === undefined ? [personId] : [personId, holder]);
    await this.#accounts.bind(tx, personId, clashOpenid(await this.#vaults.of(tx.countyId), clash));
    await useInvitation(tx, personId, this.#clock.now());
  }
}

const personsOf = (clash: ClashRow): Id[] => [...clash.candidate_ids, ...(clash.holder_id === null ? [] : [clash.holder_id])];
