import * as contracts from '@guanhu/shared/indicators/indicators.contract';
import { listKeyGroupContract } from '@guanhu/shared/indicators/key-groups.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { ListBehind } from './list-behind.ts';
import { ListKeyGroup } from './list-key-group.ts';
import { SetResidents } from './set-residents.ts';
import { ShowIndicators } from './show-indicators.ts';
import { ShowRegion } from './show-region.ts';

/** 指标: numbers of places, and the lists behind them. */
@Controller()
export class IndicatorsController {
  readonly #writes: Writes;
  readonly #show: ShowIndicators;
  readonly #region: ShowRegion;
  readonly #behind: ListBehind;
  readonly #keyGroup: ListKeyGroup;
  readonly #residents: SetResidents;

  constructor(
    writes: Writes,
    show: ShowIndicators,
    region: ShowRegion,
    behind: ListBehind,
    keyGroup: ListKeyGroup,
    residents: SetResidents,
  ) {
    this.#writes = writes;
    this.#show = show;
    this.#region = region;
    this.#behind = behind;
    this.#keyGroup = keyGroup;
    this.#residents = residents;
  }

  @Endpoint(contracts.readIndicatorsContract)
  show(@Call() call: CallOf<typeof contracts.readIndicatorsContract>) {
    return this.#show.run(call.actor, call.query);
  }

  @Endpoint(contracts.readRegionContract)
  region(@Call() call: CallOf<typeof contracts.readRegionContract>) {
    return this.#region.run(call.actor, call.query);
  }

  @Endpoint(contracts.listBehindContract)
  behind(@Call() call: CallOf<typeof contracts.listBehindContract>) {
    return this.#behind.run(call.actor, call.query);
  }

  @Endpoint(listKeyGroupContract)
  keyGroup(@Call() call: CallOf<typeof listKeyGroupContract>) {
    return this.#keyGroup.run(call.actor, call.query);
  }

  @Endpoint(contracts.setResidentsContract)
  residents(@Call() call: CallOf<typeof contracts.setResidentsContract>) {
    return this.#writes.once(call, tx => this.#residents.run(tx, call.actor, call.body));
  }
}
