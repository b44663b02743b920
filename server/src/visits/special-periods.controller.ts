import * as contracts from '@guanhu/shared/visits/special-period.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { RollCalls } from './roll-calls.ts';
import { SpecialPeriods } from './special-periods.ts';

/** Special periods and their daily roll-call. */
@Controller()
export class SpecialPeriodsController {
  readonly #writes: Writes;
  readonly #periods: SpecialPeriods;
  readonly #rollCalls: RollCalls;

  constructor(writes: Writes, periods: SpecialPeriods, rollCalls: RollCalls) {
    this.#writes = writes;
    this.#periods = periods;
    this.#rollCalls = rollCalls;
  }

  @Endpoint(contracts.listPeriodsContract)
  list(@Call() call: CallOf<typeof contracts.listPeriodsContract>) {
    return this.#periods.list(call.actor, call.query);
  }

  @Endpoint(contracts.offerPeriodContract)
  offer(@Call() call: CallOf<typeof contracts.offerPeriodContract>) {
    return this.#periods.offer(call.actor, call.params.areaId);
  }

  @Endpoint(contracts.proposePeriodContract)
  propose(@Call() call: CallOf<typeof contracts.proposePeriodContract>) {
    return this.#writes.once(call, tx => this.#periods.propose(tx, call.actor, call.body));
  }

  @Endpoint(contracts.decidePeriodContract)
  decide(@Call() call: CallOf<typeof contracts.decidePeriodContract>) {
    return this.#writes.once(call, tx => this.#periods.decide(tx, call.actor, call.params.periodId, call.body));
  }

  @Endpoint(contracts.endPeriodContract)
  end(@Call() call: CallOf<typeof contracts.endPeriodContract>) {
    return this.#writes.once(call, tx => this.#periods.end(tx, call.actor, call.params.periodId, call.body));
  }

  @Endpoint(contracts.listPatientPeriodsContract)
  ofPatient(@Call() call: CallOf<typeof contracts.listPatientPeriodsContract>) {
    return this.#periods.ofPatient(call.actor, call.params.patientId);
  }

  @Endpoint(contracts.listPeriodMembersContract)
  members(@Call() call: CallOf<typeof contracts.listPeriodMembersContract>) {
    return this.#periods.members(call.actor, call.params.periodId, call.query);
  }

  @Endpoint(contracts.readRollCallBoardContract)
  board(@Call() call: CallOf<typeof contracts.readRollCallBoardContract>) {
    return this.#rollCalls.board(call.actor, call.query);
  }

  @Endpoint(contracts.listRollCallPersonsContract)
  persons(@Call() call: CallOf<typeof contracts.listRollCallPersonsContract>) {
    return this.#rollCalls.persons(call.actor, call.query);
  }

  @Endpoint(contracts.readMyRollCallContract)
  mine(@Call() call: CallOf<typeof contracts.readMyRollCallContract>) {
    return this.#rollCalls.mine(call.actor);
  }

  @Endpoint(contracts.markRollCallContract)
  mark(@Call() call: CallOf<typeof contracts.markRollCallContract>) {
    return this.#writes.once(call, tx => this.#rollCalls.mark(tx, call.actor, call.params.patientId, call.body));
  }
}
