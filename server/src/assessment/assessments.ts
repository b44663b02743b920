import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { RiskRating } from '@guanhu/shared/registry/risk-rating.rules';
import { Injectable } from '@nestjs/common';
import type { Reader } from '../platform/database/database.ts';
import { readStandings, type StandingRow } from './standing.store.ts';

type FoundOf = Pick<StandingRow, 'risk' | 'riskOn' | 'stability' | 'stabilityOn' | 'lastIncidentOn'>;

/** What other rooms ask about an assessment. */
@Injectable()
export class Assessments {
  /** What eligibility for the reward is decided by; an unknown rating is null. */
  async rewardFacts(
    reader: Reader,
    patientId: Id,
  ): Promise<{
    readonly risk: RiskRating | null;
    readonly riskOn: CalendarDate | null;
    readonly lastIncidentOn: CalendarDate | null;
  }> {
    const [standing] = await readStandings(reader, [patientId]);
    return { risk: standing?.risk ?? null, riskOn: standing?.riskOn ?? null, lastIncidentOn: standing?.lastIncidentOn ?? null };
  }

  /** What was found of a patient last, as another county begins with it. */
  async found(reader: Reader, patientId: Id): Promise<FoundOf> {
    const [standing] = await readStandings(reader, [patientId]);
    const { risk = null, riskOn = null, stability = null, stabilityOn = null, lastIncidentOn = null } = standing ?? {};
    return { risk, riskOn, stability, stabilityOn, lastIncidentOn };
  }
}
