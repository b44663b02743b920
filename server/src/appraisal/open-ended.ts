import { lengthInDays, latestEndedDay } from '@guanhu/shared/agreements/term.rules';
import { isPrompt } from '@guanhu/shared/appraisal/effect.rules';
import { proposeAppraisal } from '@guanhu/shared/appraisal/proposal.rules';
import type { CountyId } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { IncidentEvidence } from '../incidents/incidents.public.ts';
import { MedicationEvidence } from '../medication/medication.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { VisitEvidence } from '../visits/visits.public.ts';
import { propose, takeEnded, type AppraisalRow, type KeptEvidence } from './appraisal.store.ts';

/** Periods opened in one transaction. */
const AT_ONCE = 200;

/** Closes the gathering of every period that has ended: counts its evidence and puts a proposal before people. Safe to repeat. */
@Injectable()
export class OpenEnded {
  readonly #database: Database;
  readonly #medication: MedicationEvidence;
  readonly #visits: VisitEvidence;
  readonly #incidents: IncidentEvidence;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    medication: MedicationEvidence,
    visits: VisitEvidence,
    incidents: IncidentEvidence,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#medication = medication;
    this.#visits = visits;
    this.#incidents = incidents;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(countyId: CountyId): Promise<void> {
    const county = this.#database.county(countyId);
    while ((await county.inTransaction(tx => this.#some(tx))) === AT_ONCE);
  }

  async #some(tx: Tx): Promise<number> {
    const rows = await takeEnded(tx, latestEndedDay(this.#clock.today()), AT_ONCE);
    if (rows.length === 0) return 0;
    const evidence = await this.#evidence(tx, rows);
    await propose(
      tx,
      rows.map((row, index) => {
        const own = evidence[index];
        if (!own) throw new Error('a period without evidence');
        return { id: row.id, evidence: own, proposal: proposeAppraisal(own) };
      }),
    );
    for (const row of rows) {
      await this.#audit.deed(tx, {
        actor: 'system',
        act: 'appraisal:proposed',
        objectKind: 'appraisal',
        objectId: row.id,
        patientId: row.patient_id,
      });
    }
    return rows.length;
  }

  async #evidence(tx: Tx, rows: readonly AppraisalRow[]): Promise<KeptEvidence[]> {
    const spans = rows.map(row => ({ patientId: row.patient_id, from: row.from_on, to: row.to_on }));
    const confirmations = await this.#medication.count(tx, spans);
    const visits = await this.#visits.count(tx, spans);
    const incidents = await this.#incidents.list(tx, spans);
    return rows.map((row, index) => ({
      days: lengthInDays({ from: row.from_on, to: row.to_on }),
      confirmations: confirmations[index] ?? { taken: 0, partly: 0, notTaken: 0, unanswered: 0 },
      visits: visits[index] ?? 0,
      incidents: (incidents[index] ?? []).map(({ happenedAt, reportedAt, reportedBy, conduct }) => ({
        happenedAt: happenedAt.toISOString(),
        reportedAt: reportedAt.toISOString(),
        byGuardian: reportedBy.includes(row.guardian_id),
        withinDay: isPrompt(happenedAt, reportedAt),
        conduct,
      })),
    }));
  }
}
