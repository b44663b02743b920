import type { Count } from '@guanhu/shared/indicators/indicators.terms';
import { isRegistered } from '@guanhu/shared/indicators/indicators.rules';
import { PATIENT_STATES, type PatientState } from '@guanhu/shared/registry/registry.terms';

/** States of registered patients, as a list for a statement. */
export const REGISTERED = `(${(Object.keys(PATIENT_STATES) as PatientState[])
  .filter(isRegistered)
  .map(state => `'${state}'`)
  .join(', ')})`;

/** The facts of a patient that the conditions below are about: one row each. $1 is the county, $2 the first day of the year. */
export const FACTS = `patient
  LEFT JOIN visit_year AS told ON told.county_id = $1 AND told.patient_id = patient.id AND told.year = extract(year FROM $2::date)
  LEFT JOIN assessment_due AS exam ON exam.county_id = $1 AND exam.patient_id = patient.id AND exam.cycle = 'healthExam'`;

const MANAGED = 'told.first_complete_on <= $3::date';

/** When a registered patient is counted, up to the day $3. */
export const HOLDS: Readonly<Record<Exclude<Count, 'residents'>, string>> = {
  registered: 'true',
  managed: MANAGED,
  withinNorm: `${MANAGED} AND (told.late_on IS NULL OR told.late_on > $3::date) AND told.next_by >= $3::date`,
  taking: 'told.adherence IN (1, 2)',
  takingRegularly: 'told.adherence = 1',
  stable: `${MANAGED} AND told.stability = 'stable'`,
  met: 'told.first_met_on <= $3::date',
  examined: 'exam.last_done_on BETWEEN $2::date AND $3::date',
};
