import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { AnswerRequestBody, EscalateRequestBody, RequestAtDesk, RightsRequest } from '@guanhu/shared/rights/requests.contract';
import { mayAnswerAgain, mayEscalate, moveRequest } from '@guanhu/shared/rights/requests.rules';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { insertAnswer, moveRequestRow, readAnswers, readRequestRow, type RequestRow } from './request.store.ts';
import { Requests } from './requests.ts';
import { TellOfRequest } from './tell-of-request.ts';

/** A request is answered in words; whoever asked may contest the answer, and the county answers then. */
@Injectable()
export class AnswerRequest {
  readonly #requests: Requests;
  readonly #tell: TellOfRequest;
  readonly #access: Access;
  readonly #teams: Teams;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(requests: Requests, tell: TellOfRequest, access: Access, teams: Teams, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#requests = requests;
    this.#tell = tell;
    this.#access = access;
    this.#teams = teams;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, REQUEST_MOVE_NOT_ALLOWED, REQUEST_ANSWERED_BY_YOU, STALE */
  async answer(tx: Tx, actor: Actor, requestId: Id, { outcome, words, version }: AnswerRequestBody): Promise<RequestAtDesk> {
    const vault = await this.#vaults.of(tx.countyId);
    const row = await this.#find(tx, requestId);
    await this.#teams.requireFor(tx, actor, 'request:answer', row.patientId);
    const to = unwrap(moveRequest(row.state, 'answer'));
    if (row.state === 'escalated') {
      // The county's answer is an administrator's, whoever else may answer the first time.
      await this.#access.requireInCounty(tx, actor, 'request:decide');
      unwrap(mayAnswerAgain(actor, (await readAnswers(tx, vault, [requestId])).at(-1)?.personId ?? null));
    }
    if (!(await moveRequestRow(tx, { id: requestId, version, to }))) throw new Refusal('STALE');
    await insertAnswer(tx, vault, { requestId, personId: actor.personId, at: this.#clock.now(), outcome, words });
    await this.#deed(tx, actor, row, 'rights:answered', { outcome, state: to });
    await this.#tell.answered(tx, row);
    return this.#requests.oneAtDesk(tx, actor, { ...row, state: to, version: version + 1 });
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS for a request of another, REQUEST_MOVE_NOT_ALLOWED, STALE */
  async escalate(tx: Tx, actor: Actor, requestId: Id, { version }: EscalateRequestBody): Promise<RightsRequest> {
    const row = await this.#find(tx, requestId);
    // What somebody outside the family asked is contested through whoever wrote it down.
    if ((row.askedBy ?? row.writtenBy) !== actor.personId) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const to = unwrap(moveRequest(row.state, 'escalate'));
    if (!mayEscalate(row.state, row.dueOn, this.#clock.today())) throw new Refusal('REQUEST_MOVE_NOT_ALLOWED');
    const answered = (await readAnswers(tx, await this.#vaults.of(tx.countyId), [requestId])).map(answer => answer.personId);
    const dueOn = await this.#requests.dueOn(tx);
    const officerId = await this.#requests.officer(tx, 'administrator', row, answered);
    if (!(await moveRequestRow(tx, { id: requestId, version, to, dueOn, officerId }))) throw new Refusal('STALE');
    await this.#deed(tx, actor, row, 'rights:escalated', { dueOn });
    await this.#tell.escalated(tx, row, [...answered, actor.personId]);
    return this.#requests.oneShown(tx, { ...row, state: to, dueOn, officerId, version: version + 1 });
  }

  async #find(tx: Tx, requestId: Id): Promise<RequestRow> {
    const row = await readRequestRow(tx, await this.#vaults.of(tx.countyId), requestId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return row;
  }

  #deed(tx: Tx, actor: Actor, row: RequestRow, act: string, facts: Record<string, string>): Promise<void> {
    return this.#audit.deed(tx, { actor, act, objectKind: 'rights-request', objectId: row.id, patientId: row.patientId, facts });
  }
}
