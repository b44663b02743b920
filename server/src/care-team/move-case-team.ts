import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import type { Permission } from '@guanhu/shared/access/permissions.rules';
import type {
  AskToCloseBody,
  CaseTeamRef,
  DecideClosingBody,
  OpenCaseTeamBody,
  ReviewCaseTeamBody,
} from '@guanhu/shared/care-team/case-team.contract';
import { decideCasePlan, decideReviewDay, decideSecond, moveCaseTeam, remainingReasons } from '@guanhu/shared/care-team/case-team.rules';
import type { CaseTeamState } from '@guanhu/shared/care-team/case-team.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Departures } from '../access/access.public.ts';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import * as store from './case-team.store.ts';
import { Teams } from './teams.ts';

/** What people do with a case team: form it, review it, close it by two. */
@Injectable()
export class MoveCaseTeam {
  readonly #teams: Teams;
  readonly #departures: Departures;
  readonly #agenda: Agenda;
  readonly #policies: Policies;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(teams: Teams, departures: Departures, agenda: Agenda, policies: Policies, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#teams = teams;
    this.#departures = departures;
    this.#agenda = agenda;
    this.#policies = policies;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, STALE, CASE_TEAM_NOT_OPEN, CASE_TEAM_NEEDS_DOCTOR, CASE_REVIEW_TOO_FAR, PERSON_LEFT */
  async open(tx: Tx, actor: Actor, caseTeamId: Id, { members, leaderId, plan, reviewOn, version }: OpenCaseTeamBody): Promise<CaseTeamRef> {
    const row = await this.#locked(tx, actor, 'case-team:write', caseTeamId, version);
    const today = this.#clock.today();
    const state = unwrap(moveCaseTeam(row.state, 'open'));
    unwrap(decideCasePlan(members, leaderId, reviewOn, today, await this.#policies.inForce(tx, 'caseTeam', today, row)));
    const distinct = [...new Map(members.map(member => [`${member.personId}${member.post}`, member])).values()];
    for (const personId of new Set(distinct.map(member => member.personId))) await this.#departures.requirePresent(tx, personId);
    const change = { state, openedOn: today, leaderId, plan, reviewOn, nextRound: true };
    await store.updateCaseTeam(tx, await this.#vaults.of(tx.countyId), caseTeamId, change);
    await store.insertCaseMembers(tx, caseTeamId, distinct, today);
    await this.#agenda.closeCaseReview(tx, caseTeamId, actor.personId);
    await this.#agenda.openCaseReview(tx, { caseTeamId, patientId: row.patientId, round: row.round + 1, dueOn: reviewOn });
    return this.#done(tx, actor, row, 'opened', state, { members: distinct.length, reviewOn });
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, STALE, CASE_TEAM_NOT_OPEN, CASE_REVIEW_TOO_FAR */
  async review(
    tx: Tx,
    actor: Actor,
    caseTeamId: Id,
    { reviewId, finding, plan, nextOn, version }: ReviewCaseTeamBody,
  ): Promise<CaseTeamRef> {
    const row = await this.#locked(tx, actor, 'case-team:write', caseTeamId, version);
    if (row.state !== 'open') throw new Refusal('CASE_TEAM_NOT_OPEN');
    const today = this.#clock.today();
    unwrap(decideReviewDay(nextOn, today, await this.#policies.inForce(tx, 'caseTeam', today, row)));
    const vault = await this.#vaults.of(tx.countyId);
    if (!(await store.insertCaseReview(tx, vault, { id: reviewId, caseTeamId, on: today, by: actor.personId, finding })))
      throw new Refusal('INPUT_INVALID', ['body.reviewId']);
    await store.updateCaseTeam(tx, vault, caseTeamId, { state: 'open', plan, reviewOn: nextOn, nextRound: true });
    await this.#agenda.closeCaseReview(tx, caseTeamId, actor.personId);
    await this.#agenda.openCaseReview(tx, { caseTeamId, patientId: row.patientId, round: row.round + 1, dueOn: nextOn });
    return this.#done(tx, actor, row, 'reviewed', 'open', { nextOn });
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, STALE, CASE_TEAM_NOT_OPEN, CASE_REASONS_REMAIN */
  async askToClose(tx: Tx, actor: Actor, caseTeamId: Id, { reason, version }: AskToCloseBody): Promise<CaseTeamRef> {
    const row = await this.#locked(tx, actor, 'case-team:close', caseTeamId, version);
    const state = unwrap(moveCaseTeam(row.state, 'askToClose'));
    await this.#requireNoReason(tx, row.patientId);
    const closing = { reason, by: actor.personId, at: this.#clock.now() };
    await store.updateCaseTeam(tx, await this.#vaults.of(tx.countyId), caseTeamId, { state, closing });
    return this.#done(tx, actor, row, 'closing-asked', state, {});
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, STALE, CASE_TEAM_NOT_OPEN, CASE_REASONS_REMAIN, CASE_CLOSING_NEEDS_ANOTHER */
  async decideClosing(tx: Tx, actor: Actor, caseTeamId: Id, { agree, version }: DecideClosingBody): Promise<CaseTeamRef> {
    const row = await this.#locked(tx, actor, 'case-team:close', caseTeamId, version);
    const state = unwrap(moveCaseTeam(row.state, agree ? 'close' : 'refuseToClose'));
    const vault = await this.#vaults.of(tx.countyId);
    if (!agree) {
      await store.updateCaseTeam(tx, vault, caseTeamId, { state, closing: null });
      return this.#done(tx, actor, row, 'closing-refused', state, {});
    }
    unwrap(decideSecond(row.askedBy ?? '', standsFor(actor)));
    await this.#requireNoReason(tx, row.patientId);
    const closed = { by: actor.personId, on: this.#clock.today() };
    await store.updateCaseTeam(tx, vault, caseTeamId, { state, reviewOn: null, closed });
    await this.#agenda.closeCaseReview(tx, caseTeamId, null);
    return this.#done(tx, actor, row, 'closed', state, { askedBy: row.askedBy });
  }

  async #locked(tx: Tx, actor: Actor, permission: Permission, caseTeamId: Id, version: number): Promise<store.CaseTeamRow> {
    const row = await store.lockCaseTeam(tx, await this.#vaults.of(tx.countyId), caseTeamId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#teams.requireFor(tx, actor, permission, row.patientId);
    if (row.version !== version) throw new Refusal('STALE');
    return row;
  }

  async #requireNoReason(tx: Tx, patientId: Id): Promise<void> {
    const facts = await store.readCaseFacts(tx, patientId);
    if (remainingReasons(facts, this.#clock.today()).length > 0) throw new Refusal('CASE_REASONS_REMAIN');
  }

  async #done(
    tx: Tx,
    actor: Actor,
    { id, patientId }: store.CaseTeamRow,
    what: string,
    state: CaseTeamState,
    facts: Record<string, string | number | null>,
  ): Promise<CaseTeamRef> {
    await this.#audit.deed(tx, { actor, act: `care-team:case-team-${what}`, objectKind: 'case-team', objectId: id, patientId, facts });
    return { caseTeamId: id, state };
  }
}
