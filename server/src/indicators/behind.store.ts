import { QUESTIONS, type IndicatorQuestion } from '@guanhu/shared/indicators/indicators.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { PatientState } from '@guanhu/shared/registry/registry.terms';
import type { Scope } from '../access/access.public.ts';
import type { Reader } from '../platform/database/database.ts';
import { FACTS, HOLDS, REGISTERED } from './indicator-facts.store.ts';

export type BehindSide = 'holds' | 'lacks';
export type BehindRow = {
  readonly id: Id;
  readonly state: PatientState;
  readonly villageName: string;
  readonly nameSealed: Buffer;
};

/** Of whom an indicator is asked, and of whom it holds or not. Residents have no file. */
function condition(question: IndicatorQuestion, side: BehindSide): string {
  const { numerator, denominator } = QUESTIONS[question];
  const asked = denominator === 'residents' ? 'true' : HOLDS[denominator];
  return `(${asked}) AND (${HOLDS[numerator]}) IS ${side === 'holds' ? '' : 'NOT '}TRUE`;
}

/** The patients behind a number within a scope, by id. */
export const readBehind = (
  reader: Reader,
  asked: {
    areaId: Id;
    question: IndicatorQuestion;
    side: BehindSide;
    newYear: CalendarDate;
    today: CalendarDate;
    scope: Scope;
    after: Id | null;
    limit: number;
  },
): Promise<BehindRow[]> =>
  reader.sql(
    `SELECT patient.id, patient.state, area.name AS "villageName", patient.name_sealed AS "nameSealed"
     FROM ${FACTS} JOIN area ON area.county_id = $1 AND area.id = patient.village_id
     WHERE patient.county_id = $1 AND patient.state IN ${REGISTERED} AND area.path @> ARRAY[$4::uuid] AND ${condition(asked.question, asked.side)}
       AND ($5::uuid IS NULL OR patient.id > $5)
       AND (area.path && $6::uuid[] OR EXISTS (
         SELECT FROM team_seat WHERE team_seat.county_id = $1 AND team_seat.patient_id = patient.id
           AND team_seat.person_id = ANY($7::uuid[]) AND since <= $3::date AND (until IS NULL OR until >= $3::date)))
     ORDER BY patient.id LIMIT $8`,
    [reader.countyId, asked.newYear, asked.today, asked.areaId, asked.after, asked.scope.areas, asked.scope.seats, asked.limit],
  );
