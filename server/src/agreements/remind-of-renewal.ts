import { addDays, daysBetween } from '@guanhu/shared/kernel/calendar-date';
import type { CountyId } from '@guanhu/shared/kernel/ids';
import { inTownship } from '@guanhu/shared/policy/policy-in-force.rules';
import type { RemindPayload } from '@guanhu/shared/reminders/reminders.terms';
import { Injectable } from '@nestjs/common';
import { AskOffices } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { Policies } from '../policy/policy.public.ts';
import { runningUntil } from './agreements.store.ts';

/**
 * Some days before an agreement ends, as many as the policy says, its guardian and the township's office hear of it: whoever wants to go
 * on applies again. Safe to repeat: a day tells once.
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
      const ending = await runningUntil(
        tx,
        [...new Set(all)].map(days => addDays(today, days)),
      );
      for (const { id, patient_id: patientId, guardian_id: personId, area_path, last_on } of ending) {
        const left = daysBetween(today, last_on);
        const { policy } = inTownship(spread, area_path[1] ?? '');
        if (!policy.application.renewalRemindDays.includes(left)) continue;
        const key = `renewal:${id}:${String(left)}`;
        await this.#outbox.put(tx, {
          kind: 'remind',
          key,
          payload: { purpose: 'task', personId, patientId, objectId: id } satisfies RemindPayload,
        });
        await this.#offices.run(tx, { key, patientId, permission: 'agreement:draft', except: [] });
      }
    });
  }
}
