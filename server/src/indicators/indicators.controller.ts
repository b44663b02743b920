import * as contracts from '@guanhu/shared/indicators/indicators.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { ListBehind } from './list-behind.ts';
import { SetResidents } from './set-residents.ts';
import { ShowIndicators } from './show-indicators.ts';

/** 指标: numbers of places, and the lists behind them. */
@Controller()
export class IndicatorsController {
  readonly #writes: Writes;
  readonly #show: ShowIndicators;
  readonly #behind: ListBehind;
  readonly #residents: SetResidents;

  constructor(writes: Writes, show: ShowIndicators, behind: ListBehind, residents: SetResidents) {
    this.#writes = writes;
    this.#show = show;
    this.#behind = behind;
    this.#residents = residents;
  }

  @Endpoint(contracts.readIndicatorsContract)
  show(@Call() call: CallOf<typeof contracts.readIndicatorsContract>) {
    return this.#show.run(call.actor, call.query);
  }

  @Endpoint(contracts.listBehindContract)
  behind(@Call() call: CallOf<typeof contracts.listBehindContract>) {
    return this.#behind.run(call.actor, call.query);
  }

  @Endpoint(contracts.setResidentsContract)
  residents(@Call() call: CallOf<typeof contracts.setResidentsContract>) {
    return this.#writes.once(call, tx => this.#residents.run(tx, call.actor, call.body));
  }
}
