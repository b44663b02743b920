import { PATIENT_STATES, type PatientState } from '../registry/registry.terms.ts';
import { reportOnTurn } from './lost-report.rules.ts';

it('drafts a report on whoever is lost, whoever says so, and on whom a visit found to have wandered off (YM-01)', () => {
  for (const byVisit of [true, false]) expect(reportOnTurn({ to: 'lostToFollowUp', byVisit })).toBe('draft');
  expect([reportOnTurn({ to: 'missing', byVisit: true }), reportOnTurn({ to: 'missing', byVisit: false })]).toEqual(['draft', null]);
});

it('puts away the draft on somebody whose whereabouts are known again, or who is dead', () => {
  const known = (Object.keys(PATIENT_STATES) as PatientState[]).filter(state => state !== 'lostToFollowUp' && state !== 'missing');
  for (const to of known) for (const byVisit of [true, false]) expect(reportOnTurn({ to, byVisit })).toBe('void');
});
