import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { Injectable } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Policies } from '../policy/policy.public.ts';
import type { Tx } from '../platform/database/database.ts';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { AppraisalRow } from './appraisal.store.ts';

/** Puts periods into the agenda of the patient's team, and takes them out when two people have decided. */
@Injectable()
export class AskOpinions {
  readonly #agenda: Agenda;
  readonly #policies: Policies;
  readonly #clock: Clock;

  constructor(agenda: Agenda, policies: Policies, clock: Clock) {
    this.#agenda = agenda;
    this.#policies = policies;
    this.#clock = clock;
  }

  /** @param round 1, and one more after each objection that was upheld */
  async of(tx: Tx, rows: readonly AppraisalRow[], round: number): Promise<void> {
    const today = this.#clock.today();
    for (const { id, patient_id, area_path } of rows) {
      // Policies are kept in memory: this asks the database only for what has changed.
      const whose = area_path[1] === undefined ? 'county' : { townshipId: area_path[1] };
      const dueOn = addDays(today, (await this.#policies.inForce(tx, 'reward', today, whose)).opinionDays);
      const task = { kind: 'appraisal', patientId: patient_id, causeId: id, part: String(round), dueOn } as const;
      await this.#agenda.openAfter(tx, { ...task, seats: ['lead', 'doctor', 'gridWorker'] });
    }
  }

  done(tx: Tx, appraisalId: Id, by: Id): Promise<void> {
    return this.#agenda.finishAfter(tx, { kind: 'appraisal', causeId: appraisalId, by });
  }
}
