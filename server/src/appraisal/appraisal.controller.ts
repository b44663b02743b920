import * as contracts from '@guanhu/shared/appraisal/appraisal.contract';
import * as stops from '@guanhu/shared/appraisal/year-stop.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { GiveOpinion } from './give-opinion.ts';
import { ReadAppraisal } from './read-appraisal.ts';
import { StopYear } from './stop-year.ts';

@Controller()
export class AppraisalController {
  readonly #writes: Writes;
  readonly #read: ReadAppraisal;
  readonly #giveOpinion: GiveOpinion;
  readonly #stopYear: StopYear;

  constructor(writes: Writes, read: ReadAppraisal, giveOpinion: GiveOpinion, stopYear: StopYear) {
    this.#writes = writes;
    this.#read = read;
    this.#giveOpinion = giveOpinion;
    this.#stopYear = stopYear;
  }

  @Endpoint(contracts.listAppraisalsContract)
  list(@Call() call: CallOf<typeof contracts.listAppraisalsContract>) {
    return this.#read.list(call.actor, call.query);
  }

  @Endpoint(contracts.readAppraisalContract)
  one(@Call() call: CallOf<typeof contracts.readAppraisalContract>) {
    return this.#read.one(call.actor, call.params.appraisalId);
  }

  @Endpoint(contracts.giveOpinionContract)
  giveOpinion(@Call() call: CallOf<typeof contracts.giveOpinionContract>) {
    return this.#writes.once(call, tx => this.#giveOpinion.run(tx, call.actor, call.params.appraisalId, call.body));
  }

  @Endpoint(stops.proposeYearStopContract)
  proposeStop(@Call() call: CallOf<typeof stops.proposeYearStopContract>) {
    return this.#writes.once(call, tx => this.#stopYear.propose(tx, call.actor, call.params.appraisalId, call.body));
  }

  @Endpoint(stops.decideYearStopContract)
  decideStop(@Call() call: CallOf<typeof stops.decideYearStopContract>) {
    return this.#writes.once(call, tx => this.#stopYear.decide(tx, call.actor, call.params.stopId, call.body));
  }
}
