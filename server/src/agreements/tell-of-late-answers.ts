import type { Permission } from '@guanhu/shared/access/permissions.rules';
import type { ApplicationState } from '@guanhu/shared/agreements/application.terms';
import { weeksLate } from '@guanhu/shared/agreements/reminding.rules';
import type { CountyId } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { AskOffices } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { lateApplications } from './application.store.ts';

/** Who hears of a step that is late: the level above, that can see to it, and at the top the same office once more. */
const ABOVE: Readonly<Partial<Record<ApplicationState, Permission>>> = {
  villageReview: 'application:conclude',
  townshipReview: 'application:approve',
  countyApproval: 'application:approve',
  objected: 'application:answer',
};

/** An application, or an objection to its refusal, that nobody has answered in time goes one level up, once a week. Safe to repeat. */
@Injectable()
export class TellOfLateAnswers {
  readonly #database: Database;
  readonly #offices: AskOffices;
  readonly #clock: Clock;

  constructor(database: Database, offices: AskOffices, clock: Clock) {
    this.#database = database;
    this.#offices = offices;
    this.#clock = clock;
  }

  async run(countyId: CountyId): Promise<void> {
    const today = this.#clock.today();
    await this.#database.county(countyId).inTransaction(async tx => {
      for (const { id, state, version, patient_id: patientId, due_on } of await lateApplications(tx, today)) {
        const [permission, weeks] = [ABOVE[state], weeksLate(due_on, today)];
        if (permission === undefined || weeks === null) continue;
        await this.#offices.run(tx, {
          key: `application-late:${id}:${String(version)}:${String(weeks)}`,
          patientId,
          permission,
          except: [],
        });
      }
    });
  }
}
