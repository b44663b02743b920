import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { AddVolunteerBody, EndBody, RehabRef } from '@guanhu/shared/rehabilitation/rehabilitation.contract';
import { decideEnd } from '@guanhu/shared/rehabilitation/rehabilitation.rules';
import { Injectable } from '@nestjs/common';
import { Access, Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { endSpan } from './span.store.ts';
import { insertVolunteer, readVolunteer } from './volunteer.store.ts';

/** The team of families that help other families. Whose family somebody is of is not written down. */
@Injectable()
export class KeepVolunteers {
  readonly #access: Access;
  readonly #places: Places;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(access: Access, places: Places, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#access = access;
    this.#places = places;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, REHAB_DAY_WRONG, INPUT_INVALID when the id is taken */
  async add(tx: Tx, actor: Actor, { volunteerId: id, ...body }: AddVolunteerBody): Promise<RehabRef> {
    this.#require(tx, actor, await this.#places.pathOf(tx, body.areaId));
    if (body.since > this.#clock.today()) throw new Refusal('REHAB_DAY_WRONG');
    const one = { ...body, id, by: actor.personId };
    if (!(await insertVolunteer(tx, await this.#vaults.of(tx.countyId), one))) throw new Refusal('INPUT_INVALID', ['body.volunteerId']);
    return this.#done(tx, actor, 'volunteer-added', id);
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, REHAB_ENDED, REHAB_DAY_WRONG, STALE */
  async end(tx: Tx, actor: Actor, id: Id, { version, lastOn }: EndBody): Promise<RehabRef> {
    const one = await readVolunteer(tx, await this.#vaults.of(tx.countyId), id);
    this.#require(tx, actor, one?.areaPath ?? []);
    if (!one) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    unwrap(decideEnd(one, lastOn, this.#clock.today()));
    if (!(await endSpan(tx, 'family_volunteer', { id, version, lastOn }))) throw new Refusal('STALE');
    return this.#done(tx, actor, 'volunteer-ended', id);
  }

  #require(tx: Tx, actor: Actor, areaPath: readonly Id[]): void {
    this.#access.require(actor, 'rehab:write', { countyId: tx.countyId, areaPath });
  }

  async #done(tx: Tx, actor: Actor, act: string, id: Id): Promise<RehabRef> {
    await this.#audit.deed(tx, { actor, act: `rehab:${act}`, objectKind: 'volunteer', objectId: id });
    return { id };
  }
}
