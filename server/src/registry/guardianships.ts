import type { Actor } from '@guanhu/shared/access/access.terms';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { AppointGuardianBody, EndGuardianshipBody, GuardianAppointed } from '@guanhu/shared/registry/guardians.contract';
import { decideGuardian, decideGuardianDay, explainOrder, orderInWords } from '@guanhu/shared/registry/guardianship.rules';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Agenda, Planning } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import * as store from './guardian.store.ts';
import { lockLife } from './life.store.ts';

/**
 * Who is a patient's guardian, from when to when, by what. Every change hands the family's tasks over in the same commit and promises
 * `guardian-changed` to whoever made something with the former one. Permission has been asked by whoever calls.
 */
@Injectable()
export class Guardianships {
  readonly #people: People;
  readonly #agenda: Agenda;
  readonly #planning: Planning;
  readonly #vaults: Vaults;
  readonly #outbox: Outbox;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(people: People, agenda: Agenda, planning: Planning, vaults: Vaults, outbox: Outbox, audit: Audit, clock: Clock) {
    this.#people = people;
    this.#agenda = agenda;
    this.#planning = planning;
    this.#vaults = vaults;
    this.#outbox = outbox;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** Everybody who is or was a guardian, the primary one first. */
  async list(reader: Reader, patientId: Id): Promise<store.GuardianRow[]> {
    return store.readGuardians(reader, await this.#vaults.of(reader.countyId), patientId, this.#clock.today());
  }

  /** @throws Refusal GUARDIAN_ALREADY, GUARDIAN_DAY_NOT_ALLOWED, GUARDIAN_KIND_NOT_FITTING, GUARDIAN_PROOF_NEEDED, INPUT_INVALID */
  async appoint(tx: Tx, actor: Actor, patientId: Id, body: AppointGuardianBody): Promise<GuardianAppointed> {
    const present = await this.#lock(tx, patientId);
    const former = body.replaces && find(present, body.replaces.guardianshipId);
    const others = present.filter(one => one !== former);
    unwrap(decideGuardian({ kind: body.kind, relation: body.relation, proof: body.proof }));
    // The former one looks after the patient until the day before, which must not lie before their first.
    unwrap(decideGuardianDay(body.from, this.#clock.today(), former ? [former.since] : []));
    const personId = await this.#people.ensure(tx, { name: body.name, phone: body.phone ?? null });
    if (others.some(one => one.personId === personId)) throw new Refusal('GUARDIAN_ALREADY');

    if (former && body.replaces) await store.endGuardian(tx, former.id, addDays(body.from, -1), body.replaces.reason);
    const isPrimary = body.primary || !others.some(one => one.isPrimary);
    const { guardianshipId: id, relation, kind, from: since, proof = null } = body;
    const isNew = await store.insertGuardian(tx, await this.#vaults.of(tx.countyId), {
      id,
      patientId,
      personId,
      relation,
      kind,
      isPrimary: false,
      since,
      proof,
    });
    if (!isNew) throw new Refusal('INPUT_INVALID', ['body.guardianshipId']);
    await store.setPrimary(tx, patientId, isPrimary ? id : null);
    await this.#changed(tx, actor, patientId, id, 'appointed', { personId, kind, relation, since, replaces: former?.personId ?? null });
    const order = explainOrder(
      relation,
      others.map(one => one.relation),
    );
    return { guardianshipId: id, personId, isPrimary, order: orderInWords(order) };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, GUARDIAN_DAY_NOT_ALLOWED */
  async end(tx: Tx, actor: Actor, patientId: Id, guardianshipId: Id, { lastDay, reason }: EndGuardianshipBody): Promise<void> {
    const one = find(await this.#lock(tx, patientId), guardianshipId);
    unwrap(decideGuardianDay(lastDay, this.#clock.today(), [addDays(one.since, -1)]));
    await store.endGuardian(tx, one.id, lastDay, reason);
    await store.setPrimary(tx, patientId, null);
    await this.#changed(tx, actor, patientId, one.id, 'ended', { personId: one.personId, lastDay, reason });
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async makePrimary(tx: Tx, actor: Actor, patientId: Id, guardianshipId: Id): Promise<void> {
    const one = find(await this.#lock(tx, patientId), guardianshipId);
    if (one.isPrimary) return;
    await store.setPrimary(tx, patientId, one.id);
    await this.#changed(tx, actor, patientId, one.id, 'made-primary', { personId: one.personId });
  }

  /** A confirmed list has changed who looks after these patients: what follows is what follows when a person changes it. */
  async imported(tx: Tx, importId: Id, patientIds: readonly Id[]): Promise<void> {
    for (const patientId of patientIds) await this.askNow(tx, patientId);
    await this.#outbox.putMany(
      tx,
      patientIds.map(patientId => ({
        kind: 'guardian-changed',
        key: `import:${importId}:${patientId}`,
        payload: { patientId, importId, act: 'imported' },
      })),
    );
  }

  /** The family's tasks go to whoever is asked now. */
  async askNow(tx: Tx, patientId: Id): Promise<void> {
    await this.#agenda.giveGuardianTasks(tx, patientId, await store.readAsked(tx, patientId, this.#clock.today()));
    await this.#planning.ofPatient(tx, patientId);
  }

  /** The guardianships that have not ended yet; two changes of one patient take turns. */
  async #lock(tx: Tx, patientId: Id): Promise<store.GuardianRow[]> {
    await lockLife(tx, patientId);
    return (await this.list(tx, patientId)).filter(one => one.until === null);
  }

  async #changed(
    tx: Tx,
    actor: Actor,
    patientId: Id,
    guardianshipId: Id,
    act: 'appointed' | 'ended' | 'made-primary',
    facts: Readonly<Record<string, string | null>>,
  ): Promise<void> {
    await this.askNow(tx, patientId);
    const at = this.#clock.now().getTime();
    await this.#outbox.put(tx, {
      kind: 'guardian-changed',
      key: `${guardianshipId}:${act}:${String(at)}`,
      payload: { patientId, guardianshipId, act },
    });
    await this.#audit.deed(tx, {
      actor,
      act: `registry:guardian-${act}`,
      objectKind: 'guardianship',
      objectId: guardianshipId,
      patientId,
      facts,
    });
  }
}

/** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
function find(present: readonly store.GuardianRow[], id: Id): store.GuardianRow {
  const one = present.find(each => each.id === id);
  if (!one) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
  return one;
}
