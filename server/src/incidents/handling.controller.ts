import * as contracts from '@guanhu/shared/incidents/handling.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { CloseHandling } from './close-handling.ts';
import { DecideConduct } from './decide-conduct.ts';
import { ShowHandling } from './show-handling.ts';
import { WriteEntry } from './write-entry.ts';

/** 联合处置 of an incident. */
@Controller()
export class HandlingController {
  readonly #writes: Writes;
  readonly #show: ShowHandling;
  readonly #entries: WriteEntry;
  readonly #close: CloseHandling;
  readonly #conduct: DecideConduct;

  constructor(writes: Writes, show: ShowHandling, entries: WriteEntry, close: CloseHandling, conduct: DecideConduct) {
    this.#writes = writes;
    this.#show = show;
    this.#entries = entries;
    this.#close = close;
    this.#conduct = conduct;
  }

  @Endpoint(contracts.readHandlingContract)
  one(@Call() call: CallOf<typeof contracts.readHandlingContract>) {
    return this.#show.run(call.actor, call.params.incidentId);
  }

  @Endpoint(contracts.beginHandlingContract)
  begin(@Call() call: CallOf<typeof contracts.beginHandlingContract>) {
    return this.#writes.once(call, tx => this.#entries.begin(tx, call.actor, call.params.incidentId));
  }

  @Endpoint(contracts.addEntryContract)
  write(@Call() call: CallOf<typeof contracts.addEntryContract>) {
    return this.#writes.once(call, tx => this.#entries.run(tx, call.actor, call.params.incidentId, call.body));
  }

  @Endpoint(contracts.closeHandlingContract)
  close(@Call() call: CallOf<typeof contracts.closeHandlingContract>) {
    return this.#writes.once(call, tx => this.#close.run(tx, call.actor, call.params.incidentId, call.body));
  }

  @Endpoint(contracts.decideConductContract)
  conduct(@Call() call: CallOf<typeof contracts.decideConductContract>) {
    return this.#writes.once(call, tx => this.#conduct.run(tx, call.actor, call.params.incidentId, call.body));
  }
}
