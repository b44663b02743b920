import * as contracts from '@guanhu/shared/incidents/look-back.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { ListLookBacks } from './list-look-backs.ts';
import { MakeLookBack } from './make-look-back.ts';
import { ShowLookBack } from './show-look-back.ts';

/** 倒查: backward reviews. */
@Controller()
export class LookBacksController {
  readonly #writes: Writes;
  readonly #make: MakeLookBack;
  readonly #list: ListLookBacks;
  readonly #show: ShowLookBack;

  constructor(writes: Writes, make: MakeLookBack, list: ListLookBacks, show: ShowLookBack) {
    this.#writes = writes;
    this.#make = make;
    this.#list = list;
    this.#show = show;
  }

  @Endpoint(contracts.makeLookBackContract)
  make(@Call() call: CallOf<typeof contracts.makeLookBackContract>) {
    return this.#writes.once(call, tx => this.#make.run(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(contracts.listLookBacksContract)
  list(@Call() call: CallOf<typeof contracts.listLookBacksContract>) {
    return this.#list.run(call.actor, call.query);
  }

  @Endpoint(contracts.readLookBackContract)
  one(@Call() call: CallOf<typeof contracts.readLookBackContract>) {
    return this.#show.run(call.actor, call.params.lookBackId);
  }
}
