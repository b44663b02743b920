import type { CalendarDate } from '../kernel/calendar-date.ts';
import { readDiagnosis } from '../registry/diagnosis.rules.ts';
import { readGuardianRelation } from '../registry/guardian-relation.rules.ts';
import { readIdentityNumber } from '../registry/identity-number.rules.ts';
import { readMobile } from '../registry/mobile.rules.ts';
import { readPatientState } from '../registry/patient-state-words.rules.ts';
import { readRiskRating } from '../registry/risk-rating.rules.ts';
import type { DetailRow } from './import.terms.ts';
import { namesSeveral, type Cells, type Outcome } from './row-cells.rules.ts';

const understood = <T>(value: T | null): Outcome<T> => ({ value, fault: null });

/** Reads a row of the details: numbers must be right, words that are not known are left for a person to decide. */
export function readDetailRow(cells: Cells, today: CalendarDate): DetailRow {
  const mobileOf = (written: string): Outcome<string> => {
    const reading = readMobile(written);
    return reading.ok ? understood(reading.mobile) : { value: null, fault: reading.fault };
  };
  const patient = cells.name('patient');
  const guardian = cells.name('guardian');
  const row = {
    village: cells.words('village'),
    identityNumber: cells.field('identityNumber', written => {
      const reading = readIdentityNumber(written, today);
      return reading.ok ? understood(reading.number) : { value: null, fault: reading.fault };
    }),
    mobile: cells.field('mobile', mobileOf),
    diagnosis: cells.field('diagnosis', written => understood(readDiagnosis(written))),
    riskRating: cells.field('riskRating', written => {
      const value = readRiskRating(written);
      return { value, fault: value === null ? 'RISK_INVALID' : null };
    }),
    state: cells.field('state', written => {
      const value = readPatientState(written);
      return { value, fault: value === null ? 'STATE_INVALID' : null };
    }),
    relation: cells.field('relation', written => understood(readGuardianRelation(written))),
    guardianMobile: cells.field('guardianMobile', mobileOf),
  };
  cells.needPatient(patient);
  if (namesSeveral(guardian.reading)) cells.refuse('GUARDIAN_SEVERAL', guardian.place);
  return { part: 'details', key: cells.key, place: cells.place, patient, guardian, ...row, faults: cells.faults };
}
