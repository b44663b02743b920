import type { Id } from '@guanhu/shared/kernel/ids';
import { worryingSince } from '@guanhu/shared/medication/adherence.rules';
import { Injectable } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { readLastSaid } from './medication.store.ts';
import { PlanMedication } from './plan-medication.ts';

/** How far back a run of days is followed, so that a long one stays one. */
const FOLLOWED_DAYS = 92;

/** A family has said that medicine was not, or not all, taken. Somebody helps; nobody is blamed. */
@Injectable()
export class HearFamily {
  readonly #agenda: Agenda;
  readonly #plan: PlanMedication;
  readonly #policies: Policies;
  readonly #clock: Clock;

  constructor(agenda: Agenda, plan: PlanMedication, policies: Policies, clock: Clock) {
    this.#agenda = agenda;
    this.#plan = plan;
    this.#policies = policies;
    this.#clock = clock;
  }

  /** Days without medicine in a row bring the doctor to ask, once for each run; medicine that ran out brings somebody who fetches more. */
  async run(tx: Tx, patientId: Id): Promise<void> {
    const policy = await this.#policies.inForce(tx, 'medication', this.#clock.today(), { patientId });
    const said = await readLastSaid(tx, patientId, FOLLOWED_DAYS);
    const since = worryingSince(said, policy);
    if (since !== null) await this.#agenda.openCall(tx, { reason: 'medicineNotTaken', patientId, cause: since });
    if (said[0]?.why === 'ranOut') await this.#plan.ranOut(tx, patientId);
  }
}
