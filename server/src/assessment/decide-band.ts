import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import type { DecideBandAnswer, DecideBandBody } from '@guanhu/shared/assessment/band-proposal.contract';
import { decideBandAnswer } from '@guanhu/shared/assessment/band.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { bandView } from '@guanhu/shared/policy/visit-policy.rules';
import { Injectable } from '@nestjs/common';
import { Planning } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { decideProposal, readProposal } from './band-proposal.store.ts';
import { Standings } from './standings.ts';

/** The second person agrees, and the calmer band holds at once; or does not, and nothing changes. */
@Injectable()
export class DecideBand {
  readonly #teams: Teams;
  readonly #standings: Standings;
  readonly #planning: Planning;
  readonly #policies: Policies;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(teams: Teams, standings: Standings, planning: Planning, policies: Policies, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#teams = teams;
    this.#standings = standings;
    this.#planning = planning;
    this.#policies = policies;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(tx: Tx, actor: Actor, proposalId: Id, { version, agree, reason }: DecideBandBody): Promise<DecideBandAnswer> {
    const found = await readProposal(tx, proposalId);
    if (!found) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const { patientId, toBand } = found;
    await this.#teams.requireFor(tx, actor, 'band:lower', patientId);
    // Whatever is found of the patient meanwhile waits here; what was found before has lapsed the proposal.
    const standing = await this.#standings.lock(tx, patientId);
    const { state: before, proposedBy } = (await readProposal(tx, proposalId)) ?? found;
    const { calmerBand } = standing;
    const facts = { state: before, proposedBy, standsFor: standsFor(actor), agree, proposed: toBand, calmerBand };
    const state = unwrap(decideBandAnswer(facts));
    const vault = await this.#vaults.of(tx.countyId);
    const decision = { id: proposalId, version, state, reason, by: actor.personId, now: this.#clock.now() };
    if (!(await decideProposal(tx, vault, decision))) throw new Refusal('STALE');
    const after = state === 'agreed' ? await this.#standings.lower(tx, standing, toBand) : standing;
    if (state === 'agreed') await this.#planning.visitsOf(tx, patientId);
    await this.#audit.deed(tx, {
      actor,
      act: `assessment:band-${state}`,
      objectKind: 'band-proposal',
      objectId: proposalId,
      patientId,
      facts: { from: found.fromBand, to: toBand, proposedBy },
    });
    const policy = await this.#policies.inForce(tx, 'visit', this.#clock.today(), { patientId });
    return { proposalId, state, band: bandView(policy, after.band) };
  }
}
