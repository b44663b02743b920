import { addDays, daysBetween } from '@guanhu/shared/kernel/calendar-date';
import { renewalStage } from '@guanhu/shared/agreements/reminding.rules';
import type { CountyId } from '@guanhu/shared/kernel/ids';
import { inTownship } from '@guanhu/shared/policy/policy-in-force.rules';
import type { RemindPayload } from '@guanhu/shared/reminders/reminders.terms';
import { Injectable } from '@nestjs/common';
import { AskOffices } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { Policies } from '../policy/policy.public.ts';
import { endingWithin, storeRenewalTold } from './agreements.store.ts';

/**
 * Some days before an agreement ends, as many as the policy says, its guardian and the township's office hear of it: whoever wants to go
 * on applies again. Each of those days tells once, and one on which nothing ran is made up for. Safe to repeat.
 */
@Injectable()
export class RemindOfRenewal {
  readonly #database: Database;
  readonly #policies: Policies;
  readonly #offices: AskOffices;
  readonly #outbox: Outbox;
  readonly #clock: Clock;

  constructor(database: Database, policies: Policies, offices: AskOffices, outbox: Outbox, clock: Clock) {
    this.#database = database;
    this.#policies = policies;
    this.#offices = offices;
    this.#outbox = outbox;
    this.#clock = clock;
  }

  async run(countyId: CountyId): Promise<void> {
    const today = this.#clock.today();
    await this.#database.county(countyId).inTransaction(async tx => {
      const spread = await this.#policies.spread(tx, 'reward', today);
      const all = [spread.county, ...spread.townships.map(one => one.value)].flatMap(one => one.policy.application.renewalRemindDays);
      const ending = await endingWithin(tx, today, addDays(today, Math.max(0, ...all)));
      for (const { id, patient_id: patientId, guardian_id: personId, area_path, last_on, renewal_told } of ending) {
        const { policy } = inTownship(spread, area_path[1] ?? '');
        const stage = renewalStage(policy.application.renewalRemindDays, daysBetween(today, last_on), renewal_told);
        if (stage === null) continue;
        await storeRenewalTold(tx, id, stage);
        const key = `renewal:${id}:${String(stage)}`;
        await this.#outbox.put(tx, {
          kind: 'remind',
          key,
          payload: { purpose: 'task', opens: 'passbook', personId, patientId, objectId: id } satisfies RemindPayload,
        });
        await this.#offices.run(tx, { key, patientId, permission: 'agreement:draft', except: [] });
      }
    });
  }
}
