import { listReadersContract, listSubjectsContract, readKeptContract } from '@guanhu/shared/rights/kept.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { ShowKept } from './show-kept.ts';

/** What is kept and who read it. */
@Controller()
export class KeptController {
  readonly #show: ShowKept;

  constructor(show: ShowKept) {
    this.#show = show;
  }

  @Endpoint(listSubjectsContract)
  subjects(@Call() call: CallOf<typeof listSubjectsContract>) {
    return this.#show.subjects(call.actor);
  }

  @Endpoint(readKeptContract)
  kept(@Call() call: CallOf<typeof readKeptContract>) {
    return this.#show.kept(call.actor, call.params.patientId);
  }

  @Endpoint(listReadersContract)
  readers(@Call() call: CallOf<typeof listReadersContract>) {
    return this.#show.readers(call.actor, call.params.patientId, call.query);
  }
}
