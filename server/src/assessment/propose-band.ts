import type { Actor } from '@guanhu/shared/access/access.terms';
import type { BandProposalAnswer, ProposeBandBody } from '@guanhu/shared/assessment/band-proposal.contract';
import { decideBandProposal } from '@guanhu/shared/assessment/band.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { insertProposal, proposalWaits } from './band-proposal.store.ts';
import { Standings } from './standings.ts';

/** The first of the two people whom a calmer band needs. */
@Injectable()
export class ProposeBand {
  readonly #teams: Teams;
  readonly #standings: Standings;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(teams: Teams, standings: Standings, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#teams = teams;
    this.#standings = standings;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(tx: Tx, actor: Actor, patientId: Id, { proposalId, band, reason }: ProposeBandBody): Promise<BandProposalAnswer> {
    await this.#teams.requireFor(tx, actor, 'band:lower', patientId);
    const standing = await this.#standings.lock(tx, patientId);
    const { calmerBand, policySeq } = standing;
    const toBand = unwrap(decideBandProposal({ calmerBand, proposed: band, waits: await proposalWaits(tx, patientId) }));
    const vault = await this.#vaults.of(tx.countyId);
    const proposal = {
      id: proposalId,
      patientId,
      fromBand: standing.band ?? '',
      toBand,
      policySeq,
      reason,
      proposedBy: actor.personId,
      proposedAt: this.#clock.now(),
    };
    if (!(await insertProposal(tx, vault, proposal))) throw new Refusal('STALE');
    await this.#audit.deed(tx, {
      actor,
      act: 'assessment:band-proposed',
      objectKind: 'band-proposal',
      objectId: proposalId,
      patientId,
      facts: { from: standing.band, to: toBand, policySeq },
    });
    return { proposalId, state: 'waiting', version: 1 };
  }
}
