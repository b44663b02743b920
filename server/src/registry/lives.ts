import type { CarePart } from '@guanhu/shared/agenda/care-part.rules';
import type { Actor } from '@guanhu/shared/access/access.terms';
import { earlier, later, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { ConsentDecision } from '@guanhu/shared/registry/consent.terms';
import {
  careOf,
  decideStateChange,
  holdsWhenOvertaken,
  isDiagnosed,
  nextStates,
  stateFoundBy,
} from '@guanhu/shared/registry/patient-life.rules';
import type { PatientState } from '@guanhu/shared/registry/registry.terms';
import { Injectable } from '@nestjs/common';
import { Agenda, Planning } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import * as store from './life.store.ts';

export type Turned = {
  readonly changeId: Id;
  readonly state: PatientState;
  readonly since: CalendarDate;
  readonly care: readonly CarePart[];
};
/** What a visit found, as the rule asks for it. */
export type Found = Parameters<typeof stateFoundBy>[0];

type LifeTurn = { readonly patientId: Id; readonly from: PatientState; readonly to: PatientState; readonly on: CalendarDate };
/** What a room records of a state with a record of its own: a stay in hospital, a search. Rooms say so at start; this room stands below them. */
export type LifeRecord = {
  /** Whether the office may turn the life without the record. @throws Refusal */
  readonly allows: (tx: Tx, turn: LifeTurn) => Promise<void>;
  /** The life has turned: the record follows in the same commit. */
  readonly follows: (tx: Tx, actor: Actor, turn: LifeTurn & { readonly turnId: Id; readonly visitId: Id | null }) => Promise<void>;
};

/**
 * The one way in which a patient's state changes. Whatever goes on around the patient follows in the same commit. Permission has been
 * asked by whoever calls.
 */
@Injectable()
export class Lives {
  readonly #agenda: Agenda;
  readonly #planning: Planning;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #outbox: Outbox;
  readonly #clock: Clock;
  readonly #records: LifeRecord[] = [];

  constructor(agenda: Agenda, planning: Planning, vaults: Vaults, audit: Audit, outbox: Outbox, clock: Clock) {
    this.#agenda = agenda;
    this.#planning = planning;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#outbox = outbox;
    this.#clock = clock;
  }

  /** A record that goes along with the life. */
  recordedIn(record: LifeRecord): void {
    this.#records.push(record);
  }

  find(reader: Reader, patientId: Id): Promise<store.LifeRow | undefined> {
    return store.readLife(reader, patientId);
  }

  /** A page of the turns of a life, newest first. */
  async turns(reader: Reader, patientId: Id, before: Id | null, limit: number): Promise<store.TurnRow[]> {
    return store.readTurns(reader, await this.#vaults.of(reader.countyId), patientId, before, limit);
  }

  /** What was stated of one turn. */
  async statedOf(reader: Reader, turnId: Id): Promise<store.TurnFacts> {
    return store.readTurnFacts(reader, await this.#vaults.of(reader.countyId), turnId);
  }

  /**
   * An office records a turn of a life, or a record of another room brings it along.
   * @param turn `from`: the state that was read; `alone`: no record brings it, so those that are open may refuse it
   * @throws Refusal STALE, PATIENT_STATE_NOT_ALLOWED, PATIENT_STATE_DAY_NOT_ALLOWED, STAY_GOES_ON, SEARCH_GOES_ON
   */
  async change(
    tx: Tx,
    actor: Actor,
    patientId: Id,
    turn: { from: PatientState; to: PatientState; on: CalendarDate; facts: store.TurnFacts; alone?: true },
  ): Promise<Turned> {
    const life = await this.#lock(tx, patientId);
    if (life.state !== turn.from) throw new Refusal('STALE');
    unwrap(decideStateChange({ ...turn, before: life.before, since: life.since, today: this.#clock.today() }));
    if (turn.alone) for (const record of this.#records) await record.allows(tx, { patientId, ...turn });
    const turned = await this.#turn(tx, actor, patientId, life, { ...turn, visitId: null });
    // What was found of somebody before the diagnosis counts from now on: the care team thinks about a case team.
    if (!isDiagnosed(turn.from) && isDiagnosed(turn.to))
      await this.#outbox.put(tx, { kind: 'standing-changed', key: turned.changeId, payload: { patientId } });
    return turned;
  }

  /**
   * A recorded visit says what it found of the state. A visit that was uploaded late, or does not fit, leaves the state as it is:
   * the record itself is never lost for it.
   * @param seen `overtaken`: a visit that was done later is recorded already
   */
  async found(
    tx: Tx,
    actor: Actor,
    seen: { patientId: Id; visitId: Id; on: CalendarDate; found: Found; facts: store.TurnFacts; overtaken: boolean },
  ): Promise<void> {
    const { patientId, visitId, on, found, facts } = seen;
    const life = await this.#lock(tx, patientId);
    const to = stateFoundBy(found, life.state);
    if (to === null || !nextStates(life.state, life.before).includes(to)) return;
    if (seen.overtaken && !holdsWhenOvertaken(life.state, to)) return;
    if (to !== 'deceased' && life.since !== null && on < life.since) return;
    const day = earlier(later(on, life.since ?? on), this.#clock.today());
    await this.#turn(tx, actor, patientId, life, { to, on: day, visitId, facts });
  }

  /** Consent was given, refused or withdrawn: what goes on follows. @returns what goes on now. */
  async consented(tx: Tx, patientId: Id, decision: ConsentDecision): Promise<readonly CarePart[]> {
    const life = await this.#lock(tx, patientId);
    return this.#care(tx, patientId, life, life.state, decision);
  }

  /** A merge closes one of two files, and its undoing opens it again as it was: decided by two people, and no turn of a life. */
  async setMerged(tx: Tx, patientId: Id, state: PatientState): Promise<void> {
    const life = await this.#lock(tx, patientId);
    await this.#care(tx, patientId, life, state, life.consent);
  }

  async #lock(tx: Tx, patientId: Id): Promise<store.LifeRow> {
    const life = await store.lockLife(tx, patientId);
    if (!life) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return life;
  }

  async #turn(
    tx: Tx,
    actor: Actor,
    patientId: Id,
    life: store.LifeRow,
    turn: { to: PatientState; on: CalendarDate; visitId: Id | null; facts: store.TurnFacts },
  ): Promise<Turned> {
    const { to, on, visitId } = turn;
    const changeId = newId();
    const row = { id: changeId, patientId, from: life.state, by: actor.personId, now: this.#clock.now(), ...turn };
    await store.insertTurn(tx, await this.#vaults.of(tx.countyId), row);
    const care = await this.#care(tx, patientId, life, to, life.consent);
    const facts = { from: life.state, to, on, ...(visitId === null ? {} : { visitId }) };
    await this.#audit.deed(tx, { actor, act: 'registry:state-changed', objectKind: 'life-event', objectId: changeId, patientId, facts });
    const before = { state: life.state };
    await this.#audit.change(tx, { actor, objectKind: 'patient', objectId: patientId, before, after: { state: to } });
    for (const record of this.#records) await record.follows(tx, actor, { patientId, from: life.state, to, on, turnId: changeId, visitId });
    return { changeId, state: to, since: on, care };
  }

  /** State, care and tasks in one: nothing that should be closed stays open, nothing that should exist is missing. */
  async #care(
    tx: Tx,
    patientId: Id,
    life: store.LifeRow,
    state: PatientState,
    consent: ConsentDecision | null,
  ): Promise<readonly CarePart[]> {
    const care = careOf(state, consent);
    await store.writeLife(tx, patientId, { state, care, now: this.#clock.now() });
    await this.#agenda.followCare(tx, patientId, life, care);
    await this.#planning.ofPatient(tx, patientId);
    return care;
  }
}
