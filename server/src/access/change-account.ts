import type { ChangePhoneBody, IssuedInvitation, PersonRef } from '@guanhu/shared/access/access.contract';
import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Access } from './access.ts';
import { Accounts } from './accounts.ts';
import { Administration } from './administration.ts';
import { Invitations } from './invitations.ts';
import { readPersons, updatePhone } from './person.store.ts';
import { Sessions } from './sessions.ts';

/** A person's way in: invitation, phone number, sessions. */
@Injectable()
export class ChangeAccount {
  readonly #access: Access;
  readonly #administration: Administration;
  readonly #accounts: Accounts;
  readonly #invitations: Invitations;
  readonly #sessions: Sessions;
  readonly #vaults: Vaults;
  readonly #audit: Audit;

  constructor(
    access: Access,
    administration: Administration,
    accounts: Accounts,
    invitations: Invitations,
    sessions: Sessions,
    vaults: Vaults,
    audit: Audit,
  ) {
    this.#access = access;
    this.#administration = administration;
    this.#accounts = accounts;
    this.#invitations = invitations;
    this.#sessions = sessions;
    this.#vaults = vaults;
    this.#audit = audit;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, PERSON_LEFT, PHONE_MISSING */
  async invite(tx: Tx, actor: Actor, personId: Id): Promise<IssuedInvitation> {
    const person = await this.#administration.person(tx, actor, personId);
    if (person.phone === null) throw new Refusal('PHONE_MISSING');
    return this.#invitations.issue(tx, { personId, by: actor });
  }

  /** Whoever has the old number or the old phone is out at once. @throws Refusal NOT_FOUND_OR_NO_ACCESS, PERSON_LEFT, STEP_UP_NEEDED */
  async changePhone(tx: Tx, actor: Actor, personId: Id, { phone, stepUpTicket }: ChangePhoneBody): Promise<IssuedInvitation> {
    const person = await this.#administration.person(tx, actor, personId);
    await this.#administration.confirmed(tx, actor, stepUpTicket, personId);
    await updatePhone(tx, await this.#vaults.of(tx.countyId), personId, phone);
    await this.#accounts.release(tx, [personId]);
    await this.#audit.deed(tx, { actor, act: 'access:phone-changed', objectKind: 'person', objectId: personId });
    await this.#audit.change(tx, { actor, objectKind: 'person', objectId: personId, before: { phone: person.phone }, after: { phone } });
    return this.#invitations.issue(tx, { personId, by: actor });
  }

  /** Also for a person who left. @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async revokeSessions(tx: Tx, actor: Actor, personId: Id): Promise<PersonRef> {
    await this.#access.requireInCounty(tx, actor, 'person:manage');
    const [person] = await readPersons(tx, await this.#vaults.of(tx.countyId), [personId]);
    if (!person) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const sessions = await this.#sessions.revokeOf(tx, [personId]);
    await this.#audit.deed(tx, { actor, act: 'access:sessions-revoked', objectKind: 'person', objectId: personId, facts: { sessions } });
    return { personId };
  }
}
