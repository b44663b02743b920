import { calendarDate } from '../kernel/calendar-date.ts';
import { isClosed } from '../registry/patient-life.rules.ts';
import { PATIENT_STATES, type PatientState } from '../registry/registry.terms.ts';
import {
  decideAdmission,
  dischargeReasons,
  isDesignated,
  isInHospital,
  moveAdmission,
  nextSteps,
  stayEndedBy,
  turnsDuringStay,
  type AdmissionAsked,
} from './admission.rules.ts';
import { ADMISSION_GROUND_KEYS, ADMISSION_STATE_KEYS } from './admission.terms.ts';

const on = calendarDate('2026-06-15');
const asked = (more: Partial<AdmissionAsked>): AdmissionAsked => ({
  ground: 'dangerToOthers',
  signedBy: 'guardian',
  conclusionOn: on,
  guardianRefused: null,
  ...more,
});

it.each<[Partial<AdmissionAsked>, string | null]>([
  [{ ground: null }, 'ADMISSION_GROUND_NEEDED'],
  [{ ground: 'voluntary', signedBy: 'patient' }, null],
  [{ ground: 'voluntary', signedBy: 'guardian' }, 'ADMISSION_NEEDS_PATIENT'],
  [{ ground: 'dangerToSelf', signedBy: 'guardian' }, null],
  [{ ground: 'dangerToSelf', signedBy: 'patient' }, 'ADMISSION_NEEDS_GUARDIAN'],
  // Art. 31: nobody signs in the guardian's place, whatever they said.
  [{ ground: 'dangerToSelf', signedBy: 'committee', guardianRefused: '不同意' }, 'ADMISSION_NEEDS_GUARDIAN'],
  [{ conclusionOn: null }, 'ADMISSION_NEEDS_DIAGNOSIS'],
  [{ signedBy: 'patient' }, 'ADMISSION_GUARDIAN_FIRST'],
  [{ signedBy: 'committee' }, 'ADMISSION_GUARDIAN_FIRST'],
  [{ signedBy: 'committee', guardianRefused: '联系上，不办理' }, '2026-06-18'],
  [{}, '2026-06-18'],
])('%j: %s', (more, expected) => {
  const decided = decideAdmission(asked(more));
  expect(decided.granted ? decided.value : decided.code).toBe(expected);
});

describe('a stay', () => {
  /** Written down a second time on purpose. */
  it.each([
    ['inHospital', ['askRediagnosis', 'discharge']],
    ['rediagnosing', ['confirm', 'notConfirm', 'discharge']],
    ['confirmed', ['discharge']],
    ['toRelease', ['discharge']],
    ['discharged', ['receive']],
    ['received', []],
  ] as const)('leads from %s by %j', (state, steps) => {
    expect(nextSteps(state)).toEqual(steps);
  });

  const base = { state: 'inHospital', step: 'askRediagnosis', since: on, today: calendarDate('2026-06-30') } as const;
  const until = calendarDate('2026-06-18');
  it.each([
    ['2026-06-18', until, 'rediagnosing'],
    ['2026-06-19', until, 'REDIAGNOSIS_TOO_LATE'],
    ['2026-06-14', until, 'ADMISSION_DAY_WRONG'],
    ['2026-06-18', null, 'ADMISSION_MOVE_NOT_ALLOWED'],
  ] as const)('another diagnosis asked for on %s until %s: %s', (day, rediagnosisUntil, expected) => {
    const moved = moveAdmission({ ...base, on: calendarDate(day), rediagnosisUntil });
    expect(moved.granted ? moved.value : moved.code).toBe(expected);
  });
  it('never happens in the future', () => {
    const move = { ...base, step: 'discharge', rediagnosisUntil: null } as const;
    expect(moveAdmission({ ...move, on: calendarDate('2026-06-30') }).granted).toBe(true);
    expect(moveAdmission({ ...move, on: calendarDate('2026-07-01') }).granted).toBe(false);
  });
});

it('ends for the reasons that its ground allows', () => {
  expect(dischargeReasons('voluntary', 'inHospital')).toEqual(['better', 'patientAsked', 'moved']);
  expect(dischargeReasons('dangerToSelf', 'inHospital')).toEqual(['better', 'guardianAsked', 'moved']);
  expect(dischargeReasons('dangerToOthers', 'confirmed')).toEqual(['better', 'moved']);
  expect(dischargeReasons('dangerToOthers', 'toRelease')).toEqual(['notConfirmed']);
  for (const ground of ADMISSION_GROUND_KEYS)
    for (const state of ADMISSION_STATE_KEYS) expect(dischargeReasons(ground, state).length > 0).toBe(isInHospital(state));
});

describe('a stay whose record did not end it', () => {
  it.each(Object.keys(PATIENT_STATES) as PatientState[])('%s', state => {
    const ended = stayEndedBy(state);
    expect(ended).toEqual(
      state === 'inCare'
        ? { end: 'visit', state: 'discharged' }
        : state === 'deceased'
          ? { end: 'death', state: 'ended' }
          : state === 'movedOut'
            ? { end: 'left', state: 'ended' }
            : null,
    );
    // The office never ends a stay by itself of somebody who is still here.
    expect(turnsDuringStay(state)).toBe(isClosed(state) && ended !== null);
    expect(ended === null || !isInHospital(ended.state)).toBe(true);
  });
});

it.each([
  ['县精神卫生中心', [], null],
  ['县精神卫生中心', ['县精神卫生中心'], true],
  [' 县精神卫生中心 ', ['市三院', '县精神卫生中心'], true],
  ['县人民医院', ['县精神卫生中心'], false],
])('knows of %s among %j whether the county names it: %s (TH-03)', (hospital, named, designated) => {
  expect(isDesignated(hospital, named)).toBe(designated);
});
