import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { decideNoParty } from '@guanhu/shared/agreements/party.rules';
import type { YearStop } from '@guanhu/shared/appraisal/appraisal.contract';
import type { DecideYearStopBody, ProposeYearStopBody } from '@guanhu/shared/appraisal/year-stop.contract';
import { decideHeard, decideMayStop, decideStop } from '@guanhu/shared/appraisal/year-stop.rules';
import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { refuse, Refusal, unwrap, type Decision } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access, People } from '../access/access.public.ts';
import { Agreements } from '../agreements/agreements.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { lockAppraisal, type AppraisalRow } from './appraisal.store.ts';
import { appraisalTies } from './appraisal-ties.ts';
import { GatherEvidence } from './gather-evidence.ts';
import { Objections } from './objections.ts';
import { insertYearStop, lockYearStop, moveYearStop, type YearStopRow } from './year-stop.store.ts';

/** Two people stop the rest of a year, where the county wants that at all: the guardian is heard first, and what is decided already stays. */
@Injectable()
export class StopYear {
  readonly #access: Access;
  readonly #people: People;
  readonly #teams: Teams;
  readonly #agreements: Agreements;
  readonly #evidence: GatherEvidence;
  readonly #objections: Objections;
  readonly #policies: Policies;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    access: Access,
    people: People,
    teams: Teams,
    agreements: Agreements,
    evidence: GatherEvidence,
    objections: Objections,
    policies: Policies,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#access = access;
    this.#people = people;
    this.#teams = teams;
    this.#agreements = agreements;
    this.#evidence = evidence;
    this.#objections = objections;
    this.#policies = policies;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, APPRAISAL_OWN_PARTY, YEAR_STOP_NOT_POSSIBLE, YEAR_STOP_NOT_AGREED, GUARDIAN_HEARD_DAY_INVALID */
  async propose(tx: Tx, actor: Actor, appraisalId: Id, body: ProposeYearStopBody): Promise<YearStop> {
    const row = await this.#require(tx, actor, appraisalId, 'year-stop:propose');
    unwrap(await this.possible(tx, row));
    const guardianHeardOn = calendarDate(body.guardianHeardOn);
    unwrap(decideHeard(guardianHeardOn, row.from_on, this.#clock.today()));
    const stop: YearStopRow = {
      id: body.stopId,
      appraisalId,
      state: 'proposed',
      version: 1,
      reason: body.reason,
      guardianSaid: body.guardianSaid,
      guardianHeardOn,
      proposedBy: actor.personId,
      at: this.#clock.now(),
      decidedBy: null,
    };
    if (!(await insertYearStop(tx, await this.#vaults.of(tx.countyId), stop))) throw new Refusal('YEAR_STOP_NOT_POSSIBLE');
    await this.#deed(tx, actor, row, stop, 'proposed');
    return this.shown(tx, stop);
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, APPRAISAL_OWN_PARTY, YEAR_STOP_NEEDS_ANOTHER, YEAR_STOP_NOT_POSSIBLE, STALE */
  async decide(tx: Tx, actor: Actor, stopId: Id, { version, decision }: DecideYearStopBody): Promise<YearStop> {
    const stop = await lockYearStop(tx, await this.#vaults.of(tx.countyId), stopId);
    if (!stop) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const row = await this.#require(tx, actor, stop.appraisalId, 'year-stop:decide');
    unwrap(decideNoParty(standsFor(actor), [stop.proposedBy], 'YEAR_STOP_NEEDS_ANOTHER'));
    const state = unwrap(decideStop(stop.state, decision));
    // What it was proposed for may have changed meanwhile, the policy too.
    if (state === 'decided') unwrap(await this.possible(tx, row));
    const at = this.#clock.now();
    if (!(await moveYearStop(tx, { id: stopId, version }, { state, by: actor.personId, at }))) throw new Refusal('STALE');
    if (state === 'decided') {
      const agreement = await this.#agreements.lock(tx, row.agreement_id);
      if (!agreement) throw new Error('an appraisal without its agreement');
      await this.#agreements.stop(tx, agreement, actor.personId, at);
      await this.#objections.tellGuardian(tx, row, `stopped:${stopId}`);
    }
    await this.#deed(tx, actor, row, stop, state);
    return this.shown(tx, { ...stop, state, version: version + 1, decidedBy: actor.personId });
  }

  /** Whether the policy, what was signed and what is known of the period let two people be asked. */
  async possible(reader: Reader, row: AppraisalRow): Promise<Decision<true>> {
    const { yearStop } = await this.#policies.inForce(reader, 'reward', this.#clock.today(), { patientId: row.patient_id });
    if (yearStop === undefined) return refuse('YEAR_STOP_NOT_POSSIBLE');
    const [now] = await this.#evidence.of(reader, [row]);
    const conducts = (now?.incidents ?? []).map(each => each.conduct);
    const isAgreed = await this.#agreements.saysYearStop(reader, row.agreement_id);
    return decideMayStop({ isOn: true, isAgreed, state: row.state, outcome: row.outcome, conducts });
  }

  async shown(reader: Reader, stop: YearStopRow): Promise<YearStop> {
    const people = await this.#people.contacts(reader, [stop.proposedBy, ...(stop.decidedBy === null ? [] : [stop.decidedBy])]);
    const name = (id: Id) => people.get(id)?.name ?? '';
    const { id, state, version, reason, guardianSaid, guardianHeardOn, proposedBy, decidedBy, at } = stop;
    const by = { proposedBy: name(proposedBy), decidedBy: decidedBy === null ? null : name(decidedBy) };
    return { id, state, version, reason, guardianSaid, guardianHeardOn, ...by, at: at.toISOString() };
  }

  async #require(tx: Tx, actor: Actor, appraisalId: Id, permission: 'year-stop:propose' | 'year-stop:decide'): Promise<AppraisalRow> {
    const row = await lockAppraisal(tx, appraisalId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, permission, appraisalTies(tx, row, await this.#teams.tiesOf(tx, row.patient_id)));
    unwrap(decideNoParty(standsFor(actor), [row.guardian_id], 'APPRAISAL_OWN_PARTY'));
    return row;
  }

  #deed(tx: Tx, actor: Actor, row: AppraisalRow, { id }: YearStopRow, what: YearStopRow['state']): Promise<void> {
    const act = `appraisal:year-stop-${what}`;
    return this.#audit.deed(tx, { actor, act, objectKind: 'year-stop', objectId: id, patientId: row.patient_id });
  }
}
