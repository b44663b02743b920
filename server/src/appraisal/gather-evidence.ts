import { lengthInDays } from '@guanhu/shared/agreements/term.rules';
import { isPrompt, judgedReport } from '@guanhu/shared/appraisal/effect.rules';
import { Injectable } from '@nestjs/common';
import { IncidentEvidence } from '../incidents/incidents.public.ts';
import { MedicationEvidence, type CountedAnswers } from '../medication/medication.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Reader } from '../platform/database/database.ts';
import { VisitEvidence } from '../visits/visits.public.ts';
import type { AppraisalRow, KeptEvidence } from './appraisal.store.ts';
import { trainingsOf } from './training.store.ts';

/** Counts what speaks for and of a guardian in these periods, with one look at each source for all of them. */
@Injectable()
export class GatherEvidence {
  readonly #medication: MedicationEvidence;
  readonly #visits: VisitEvidence;
  readonly #incidents: IncidentEvidence;
  readonly #clock: Clock;

  constructor(medication: MedicationEvidence, visits: VisitEvidence, incidents: IncidentEvidence, clock: Clock) {
    this.#medication = medication;
    this.#visits = visits;
    this.#incidents = incidents;
    this.#clock = clock;
  }

  /** One for each row, in their order. */
  async of(reader: Reader, rows: readonly AppraisalRow[]): Promise<KeptEvidence[]> {
    if (rows.length === 0) return [];
    const spans = rows.map(row => ({ patientId: row.patient_id, from: row.from_on, to: row.to_on }));
    const confirmations = await this.#medication.counted(reader, spans);
    const visits = await this.#visits.list(reader, spans);
    const incidents = await this.#incidents.list(reader, spans);
    const trainings = await trainingsOf(reader, rows);
    const gatheredAt = this.#clock.now().toISOString();
    return rows.map((row, index) => ({
      gatheredAt,
      days: lengthInDays({ from: row.from_on, to: row.to_on }),
      confirmations: countsOf(confirmations[index]),
      visits: visits[index]?.length ?? 0,
      trainings: trainings[index]?.days ?? 0,
      counted: {
        confirmations: confirmations[index]?.ids ?? [],
        visits: visits[index] ?? [],
        incidents: (incidents[index] ?? []).map(each => each.id),
        trainings: trainings[index]?.ids ?? [],
      },
      incidents: (incidents[index] ?? []).map(({ happenedAt, reports, conduct }) => {
        const report = judgedReport(reports, row.guardian_id);
        const reportedAt = report?.at ?? happenedAt;
        return {
          happenedAt: happenedAt.toISOString(),
          reportedAt: reportedAt.toISOString(),
          byGuardian: report?.isOwn === true,
          withinDay: isPrompt(happenedAt, reportedAt),
          conduct,
        };
      }),
    }));
  }
}

const countsOf = (said: CountedAnswers | undefined): KeptEvidence['confirmations'] => ({
  taken: said?.taken ?? 0,
  partly: said?.partly ?? 0,
  notTaken: said?.notTaken ?? 0,
  unanswered: said?.unanswered ?? 0,
});
