import { decideBandContract, listBandProposalsContract, proposeBandContract } from '@guanhu/shared/assessment/band-proposal.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { DecideBand } from './decide-band.ts';
import { ListBandProposals } from './list-band-proposals.ts';
import { ProposeBand } from './propose-band.ts';

/** A calmer band takes two people. */
@Controller()
export class BandController {
  readonly #writes: Writes;
  readonly #propose: ProposeBand;
  readonly #list: ListBandProposals;
  readonly #decide: DecideBand;

  constructor(writes: Writes, propose: ProposeBand, list: ListBandProposals, decide: DecideBand) {
    this.#writes = writes;
    this.#propose = propose;
    this.#list = list;
    this.#decide = decide;
  }

  @Endpoint(proposeBandContract)
  propose(@Call() call: CallOf<typeof proposeBandContract>) {
    return this.#writes.once(call, tx => this.#propose.run(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(listBandProposalsContract)
  list(@Call() call: CallOf<typeof listBandProposalsContract>) {
    return this.#list.run(call.actor, call.query);
  }

  @Endpoint(decideBandContract)
  decide(@Call() call: CallOf<typeof decideBandContract>) {
    return this.#writes.once(call, tx => this.#decide.run(tx, call.actor, call.params.proposalId, call.body));
  }
}
