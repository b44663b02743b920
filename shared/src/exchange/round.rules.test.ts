import { calendarDate } from '../kernel/calendar-date.ts';
import { SHIPPED_EXCHANGE } from '../policy/exchange-policy.terms.ts';
import { partialDate } from '../kernel/partial-date.ts';
import { FIELD_MAPS } from './field-maps.ts';
import { matchRow } from './match.rules.ts';
import { canonicalPackage, changesBetween, decideSign, departmentsOf, fieldsSeen, roundDue, type PackagePatient } from './round.rules.ts';

const day = calendarDate;

it.each([
  ['2026-02-09', null],
  ['2026-02-10', { month: '2026-02', deadline: '2026-02-25' }],
  ['2028-02-29', { month: '2028-02', deadline: '2028-02-26' }],
  ['2026-12-31', { month: '2026-12', deadline: '2026-12-28' }],
])('opens on its day with a deadline before the month ends: %s (YM-02, YM-25)', (today, due) => {
  expect(roundDue(day(today), SHIPPED_EXCHANGE)).toEqual(due);
});

describe('signing', () => {
  const ready = { today: day('2026-11-20'), deadline: day('2026-11-27'), missing: [], openRows: 0, openDifferences: 0 } as const;
  it.each([
    ['everything is answered', {}, null],
    ['a department has not handed in before the deadline', { missing: ['police'] }, 'EXCHANGE_LIST_MISSING'],
    ['the same on the last day', { missing: ['police'], today: day('2026-11-27') }, 'EXCHANGE_LIST_MISSING'],
    ['the same a day later', { missing: ['police'], today: day('2026-11-28') }, null],
    [
      'nobody has handed in at all',
      { missing: ['police', 'health', 'civilAffairs', 'disabledFederation'], today: day('2026-11-30') },
      'EXCHANGE_LIST_MISSING',
    ],
    ['a row waits for a person', { openRows: 1 }, 'EXCHANGE_ROWS_OPEN'],
    ['a difference is open', { openDifferences: 1 }, 'EXCHANGE_DIFFERENCES_OPEN'],
  ] as const)('when %s', (_, facts, code) => {
    expect(decideSign({ ...ready, ...facts })).toMatchObject(code === null ? { granted: true } : { code });
  });
});

it('speaks for the department of a post at the township, not of a village, and sees what its duty needs (TH-11)', () => {
  const path = ['county', 'township'];
  expect(departmentsOf([{ role: 'communityPolice', areaId: 'township' }], path)).toEqual(['police']);
  expect(departmentsOf([{ role: 'communityPolice', areaId: 'village' }], path)).toEqual([]);
  expect(fieldsSeen(['disabledFederation'], false)).toEqual(['status', 'economy', 'disability']);
  expect(fieldsSeen([], false)).toEqual([]);
  expect(fieldsSeen([], true)).toContain('risk');
});

describe('whose file a row means', () => {
  const row = { sheet: '', row: 1, name: '试甲', idNumber: null, born: partialDate('1979-02'), values: {}, refused: null, notices: [] };
  const file = { patientId: 'a', sameName: true, born: partialDate('1979') };
  it('is decided by the number with the name, and by a person for everything less', () => {
    expect(matchRow(row, file, [])).toEqual({ verdict: 'matched', patientId: 'a', candidates: [] });
    expect(matchRow(row, { ...file, sameName: false }, [])).toEqual({ verdict: 'candidate', patientId: null, candidates: ['a'] });
    expect(matchRow(row, null, [file, { ...file, patientId: 'b', born: partialDate('1980') }])).toMatchObject({ candidates: ['a'] });
    expect(matchRow(row, null, [{ ...file, born: null }])).toMatchObject({ verdict: 'candidate' });
    expect(matchRow(row, null, [{ ...file, born: partialDate('1980') }])).toMatchObject({ verdict: 'unknown' });
    expect(matchRow({ ...row, refused: 'TWICE' }, file, [])).toMatchObject({ verdict: 'refused', patientId: null });
  });
});

const patient = (patientId: string, risk: string): PackagePatient => ({
  patientId,
  inLists: ['health'],
  fields: { risk: { agreed: true, value: risk } },
});

it('tells what changed since the month before, only in the fields that somebody sees', () => {
  const before = [patient('a', '1'), patient('b', '1'), patient('c', '1')];
  const after = [patient('a', '1'), patient('b', '3'), patient('d', '0')];
  expect(changesBetween(before, after, ['risk']).map(({ patientId, kind }) => [patientId, kind])).toEqual([
    ['b', 'changed'],
    ['c', 'gone'],
    ['d', 'added'],
  ]);
  expect(changesBetween(before, after, ['status']).map(({ patientId, kind, fields }) => [patientId, kind, fields])).toEqual([
    ['c', 'gone', []],
    ['d', 'added', []],
  ]);
});

it('makes the same text of the same package, in whatever order its fields were put', () => {
  const of = (fields: PackagePatient['fields']) =>
    canonicalPackage({
      format: 1,
      townshipId: 't',
      month: '2026-11',
      lists: [],
      missing: [],
      patients: [{ patientId: 'a', inLists: ['health'], fields }],
    });
  expect(of({ risk: { agreed: true, value: '3' }, status: { agreed: false } })).toBe(
    of({ status: { agreed: false }, risk: { agreed: true, value: '3' } }),
  );
});

it('ships the map of the national form, each item once, and says that the police’s is not known (YM-02)', () => {
  const { national, police } = FIELD_MAPS;
  expect(new Set(national.fields.map(one => one.item)).size).toBe(national.fields.length);
  expect(new Set(national.fields.map(one => one.field)).size).toBe(national.fields.length);
  expect(police).toMatchObject({ form: null, fields: [] });
});
