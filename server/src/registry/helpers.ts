import type { Actor } from '@guanhu/shared/access/access.terms';
import type { PatientTies } from '@guanhu/shared/access/permissions.rules';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { HelperNamed, NameHelperBody } from '@guanhu/shared/registry/guardians.contract';
import { decideHelperDays } from '@guanhu/shared/registry/guardianship.rules';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { Guardianships } from './guardianships.ts';
import * as store from './helper.store.ts';

/** Who acts for a guardian without a phone. Permission has been asked by whoever calls. */
@Injectable()
export class Helpers {
  readonly #guardianships: Guardianships;
  readonly #people: People;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(guardianships: Guardianships, people: People, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#guardianships = guardianships;
    this.#people = people;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async list(reader: Reader, patientId: Id): Promise<store.HelperRow[]> {
    return store.readHelpers(reader, await this.#vaults.of(reader.countyId), patientId, this.#clock.today());
  }

  /** Patients for whose guardian this person acts today. */
  wards(reader: Reader, personId: Id): Promise<store.HelpedRow[]> {
    return store.readHelpedWards(reader, personId, this.#clock.today());
  }

  /** The guardian for whom a person acts who is neither guardian nor staff of the patient; null when they act for themselves. */
  async actsFor(reader: Reader, personId: Id, patientId: Id, { helpers, guardians, team }: PatientTies): Promise<Id | null> {
    if (!helpers.includes(personId) || guardians.includes(personId) || team.includes(personId)) return null;
    return store.readHelped(reader, patientId, personId, this.#clock.today());
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, HELPER_ALREADY, HELPER_IS_GUARDIAN, HELPER_DAYS_NOT_ALLOWED, INPUT_INVALID */
  async name(tx: Tx, actor: Actor, patientId: Id, body: NameHelperBody): Promise<HelperNamed> {
    const today = this.#clock.today();
    const guardians = (await this.#guardianships.list(tx, patientId)).filter(one => one.inForce);
    const guardian = guardians.find(one => one.id === body.guardianshipId);
    if (!guardian) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    unwrap(decideHelperDays(body.from, body.until, today));
    const personId = await this.#people.ensure(tx, { name: body.name, phone: body.phone });
    if (guardians.some(one => one.personId === personId)) throw new Refusal('HELPER_IS_GUARDIAN');
    const known = await this.list(tx, patientId);
    if (known.some(one => one.inForce && one.personId === personId && one.guardianId === guardian.personId))
      throw new Refusal('HELPER_ALREADY');
    const isNew = await store.insertHelper(tx, await this.#vaults.of(tx.countyId), {
      id: body.helperId,
      patientId,
      guardianId: guardian.personId,
      personId,
      since: body.from,
      until: body.until ?? null,
      proof: body.proof,
      by: actor.personId,
      now: this.#clock.now(),
    });
    if (!isNew) throw new Refusal('INPUT_INVALID', ['body.helperId']);
    await this.#guardianships.askNow(tx, patientId);
    await this.#audit.deed(tx, {
      actor,
      act: 'registry:helper-named',
      objectKind: 'guardian-helper',
      objectId: body.helperId,
      patientId,
      facts: { guardianId: guardian.personId, personId, from: body.from, until: body.until ?? null },
    });
    return { helperId: body.helperId, personId };
  }

  /** From today on the helper acts no more. @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async end(tx: Tx, actor: Actor, patientId: Id, helperId: Id): Promise<void> {
    if (!(await store.endHelper(tx, patientId, helperId, addDays(this.#clock.today(), -1)))) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#guardianships.askNow(tx, patientId);
    await this.#audit.deed(tx, { actor, act: 'registry:helper-ended', objectKind: 'guardian-helper', objectId: helperId, patientId });
  }
}
