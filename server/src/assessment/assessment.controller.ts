import { readStandingContract } from '@guanhu/shared/assessment/assessment.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { ReadStanding } from './read-standing.ts';

@Controller()
export class AssessmentController {
  readonly #read: ReadStanding;

  constructor(read: ReadStanding) {
    this.#read = read;
  }

  @Endpoint(readStandingContract)
  read(@Call() call: CallOf<typeof readStandingContract>) {
    return this.#read.run(call.actor, call.params.patientId);
  }
}
