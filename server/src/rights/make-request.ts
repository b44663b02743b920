import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { MakeRequestBody, RecordRequestBody, RequestAtDesk, RightsRequest } from '@guanhu/shared/rights/requests.contract';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { takeInVoice } from '../platform/files/voice-note.ts';
import { insertRequest, type NewRequest, type RequestRow } from './request.store.ts';
import { Requests } from './requests.ts';
import { TellOfRequest } from './tell-of-request.ts';

/** A request begins, and the office hears of it: by an account of the patient's or a guardian's own, or through somebody outside the family. */
@Injectable()
export class MakeRequest {
  readonly #requests: Requests;
  readonly #tell: TellOfRequest;
  readonly #teams: Teams;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(requests: Requests, tell: TellOfRequest, teams: Teams, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#requests = requests;
    this.#tell = tell;
    this.#teams = teams;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, and those of a file */
  async byAccount(tx: Tx, actor: Actor, patientId: Id, { requestId, kind, words = '', voice }: MakeRequestBody): Promise<RightsRequest> {
    const ties = await this.#teams.requireFor(tx, actor, 'request:make', patientId);
    const way = ties.self?.includes(actor.personId) === true ? ('self' as const) : ('guardian' as const);
    const said = { words, voice: voice === undefined ? null : takeInVoice(voice) };
    const asked = { id: requestId, kind, ...said, way, askedBy: actor.personId, writtenBy: null, outside: null };
    const row = await this.#begin(tx, actor, patientId, ties.areaPath, asked);
    return this.#requests.oneShown(tx, row);
  }

  /** The official answers for the proof. @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async byOfficial(tx: Tx, actor: Actor, patientId: Id, body: RecordRequestBody): Promise<RequestAtDesk> {
    const { requestId, kind, words, name, contact, proof, proofNote } = body;
    const { areaPath } = await this.#teams.requireFor(tx, actor, 'request:record', patientId);
    const outside = { name, contact, proof, proofNote };
    const asked = { id: requestId, kind, words, voice: null, way: 'outside' as const, askedBy: null, writtenBy: actor.personId, outside };
    const row = await this.#begin(tx, actor, patientId, areaPath, asked);
    return this.#requests.oneAtDesk(tx, actor, row);
  }

  async #begin(
    tx: Tx,
    actor: Actor,
    patientId: Id,
    areaPath: readonly Id[],
    asked: Omit<NewRequest, 'patientId' | 'at' | 'dueOn' | 'officerId'>,
  ): Promise<RequestRow> {
    const row: NewRequest = {
      ...asked,
      patientId,
      at: this.#clock.now(),
      dueOn: await this.#requests.dueOn(tx),
      officerId: await this.#requests.officer(tx, 'socialAffairsOfficer', { patientId, areaPath }),
    };
    if (!(await insertRequest(tx, await this.#vaults.of(tx.countyId), row))) throw new Refusal('INPUT_INVALID', ['body.requestId']);
    await this.#audit.deed(tx, {
      actor,
      act: 'rights:requested',
      objectKind: 'rights-request',
      objectId: row.id,
      patientId,
      facts: { kind: row.kind, way: row.way, dueOn: row.dueOn },
    });
    const { voice, ...begun } = row;
    await this.#tell.made(tx, row, actor.personId);
    return { ...begun, hasVoice: voice !== null, areaPath, state: 'open', version: 1 };
  }
}
