import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { answerMove, decideProposal, type MoveEvent } from '@guanhu/shared/registry/move-life.rules';
import { type MoveState } from '@guanhu/shared/registry/move.terms';
import type { MoveAnswered, ProposeMoveBody } from '@guanhu/shared/registry/moves.contract';
import { Injectable } from '@nestjs/common';
import { Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { lockLife } from './life.store.ts';
import * as store from './move.store.ts';
import { Patients } from './patients.ts';

/** Handovers to another village's team. The seats are the care team's, above this room. Permission has been asked by whoever calls. */
@Injectable()
export class Moves {
  readonly #patients: Patients;
  readonly #places: Places;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(patients: Patients, places: Places, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#patients = patients;
    this.#places = places;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  find(reader: Reader, moveId: Id): Promise<store.MoveRow | undefined> {
    return store.readMove(reader, moveId);
  }

  /** A page of handovers from or to these areas, newest first. */
  async list(
    reader: Reader,
    which: { areas: readonly Id[]; state: MoveState | null; patientId: Id | null; after: Id | null; limit: number },
  ): Promise<store.MoveInWords[]> {
    return store.readMoves(reader, await this.#vaults.of(reader.countyId), which);
  }

  /** @throws Refusal MOVE_ALREADY_WAITING, MOVE_DESTINATION_NOT_FITTING, PATIENT_STATE_NOT_ALLOWED, INPUT_INVALID */
  async propose(tx: Tx, actor: Actor, patientId: Id, { moveId, toVillageId, reason }: ProposeMoveBody): Promise<MoveAnswered> {
    await lockLife(tx, patientId);
    const patient = await this.#patients.find(tx, patientId);
    if (!patient) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const area = (await this.#places.areas(tx)).rows.find(one => one.areaId === toVillageId);
    const to = area && { id: area.areaId, kind: area.kind };
    const waits = await store.movesWaiting(tx, patientId);
    unwrap(decideProposal({ state: patient.state, fromVillageId: patient.villageId, to, waits }));
    const row = {
      id: moveId,
      patientId,
      fromVillageId: patient.villageId,
      toVillageId,
      reason,
      by: actor.personId,
      now: this.#clock.now(),
    };
    if (!(await store.insertMove(tx, await this.#vaults.of(tx.countyId), row))) throw new Refusal('INPUT_INVALID', ['body.moveId']);
    await this.#deed(tx, actor, { id: moveId, patientId }, 'proposed', { fromVillageId: patient.villageId, toVillageId });
    return { moveId, state: 'waiting', version: 1 };
  }

  /** Ends the waiting; an accepted patient lives in the new village from then on. @throws Refusal MOVE_NOT_WAITING, STALE */
  async answer(
    tx: Tx,
    actor: Actor,
    move: store.MoveRow,
    { event, version, answer }: { event: MoveEvent; version: number; answer: string | null },
  ): Promise<MoveAnswered> {
    if (move.version !== version) throw new Refusal('STALE');
    const state = unwrap(answerMove(move.state, event));
    const row = { id: move.id, version, state, answer, by: actor.personId, now: this.#clock.now() };
    const next = await store.updateMove(tx, await this.#vaults.of(tx.countyId), row);
    if (next === undefined) throw new Refusal('STALE');
    if (event === 'accept') {
      await store.updatePlace(tx, move.patientId, move.toVillageId);
      const [before, after] = [{ villageId: move.fromVillageId }, { villageId: move.toVillageId }];
      await this.#audit.change(tx, { actor, objectKind: 'patient', objectId: move.patientId, before, after });
    }
    await this.#deed(tx, actor, move, state, {});
    return { moveId: move.id, state, version: next };
  }

  async #deed(
    tx: Tx,
    actor: Actor,
    { id, patientId }: { id: Id; patientId: Id },
    what: 'proposed' | MoveState,
    facts: Readonly<Record<string, string>>,
  ): Promise<void> {
    await this.#audit.deed(tx, { actor, act: `registry:move-${what}`, objectKind: 'patient-move', objectId: id, patientId, facts });
  }
}
