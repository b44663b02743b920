import { calendarDate } from '../kernel/calendar-date.ts';
import { FILE_FIELDS, FILE_KEYS, FILE_SECTIONS, RECORD_KEYS, type FileChange } from './file-fields.ts';
import { BLANK_FILE, changedFile, differingKeys, faultsOf, newFaults, valueInWords } from './file-values.rules.ts';
import { identityCheckDigit } from './identity-number.rules.ts';

const TODAY = calendarDate('2026-11-22');
const FIRST = '99010119800101002';
const CITIZEN = `${FIRST}${identityCheckDigit(FIRST)}`;
const file = (change: FileChange) => changedFile({ ...BLANK_FILE, name: '试甲' }, change, TODAY);
const faulty = (change: FileChange) => faultsOf(file(change), TODAY).map(fault => fault.key);

describe('fields', () => {
  it('stand in a section each, with a label of their own', () => {
    expect(new Set(FILE_KEYS.map(key => FILE_FIELDS[key].section))).toEqual(new Set(Object.keys(FILE_SECTIONS)));
    expect(new Set(FILE_KEYS.map(key => FILE_FIELDS[key].label)).size).toBe(FILE_KEYS.length);
  });
  it('have a national code for every option whose key is not one itself', () => {
    for (const key of FILE_KEYS) {
      const one = FILE_FIELDS[key];
      if (!('options' in one)) continue;
      const codes =
        one.kind === 'code' && one.national ? Object.keys(one.national) : Object.keys(one.options).filter(each => /^\d+$/.test(each));
      expect([key, codes]).toEqual([key, Object.keys(one.options)]);
    }
  });
  it.each([
    ['householdKind', 2],
    ['employment', 9],
    ['pastSymptoms', 12],
    ['pastConfinement', 3],
    ['outpatientTreatment', 3],
    ['latestEffect', 4],
    ['economy', 3],
    ['ethnicity', 58],
    ['education', 10],
    ['maritalStatus', 5],
    ['disabilityGrade', 4],
  ] as const)('%s has the %i options of its form', (key, most) => {
    const one = FILE_FIELDS[key];
    expect('options' in one ? Object.keys(one.options).length : 0).toBe(most);
  });
});

describe('a change', () => {
  it('leaves what it does not name, and makes blank what it names null', () => {
    const before = file({ education: '7', phone: '19900000001' });
    expect(changedFile(before, { phone: null, education: undefined }, TODAY)).toEqual({ ...before, phone: null });
  });
  it('takes birth and sex from an identity number where they are blank or say less', () => {
    expect(file({ idType: 'residentId', idNumber: CITIZEN })).toMatchObject({ born: '1980-01-01', sex: 'female' });
    expect(file({ idType: 'residentId', idNumber: CITIZEN, born: '1980' }).born).toBe('1980-01-01');
    expect(file({ idType: 'residentId', idNumber: CITIZEN, sex: 'unstated' }).sex).toBe('unstated');
  });
  it('keeps a year as a year', () => {
    expect(file({ born: '1980', firstOnset: '1999' })).toMatchObject({ born: '1980', firstOnset: '1999' });
  });
});

describe('faults', () => {
  it.each<[string, FileChange, string[]]>([
    ['nothing', {}, []],
    ['no name', { name: null }, ['name']],
    ['a number of no paper', { idNumber: CITIZEN }, ['idType']],
    ['a paper without a number', { idType: 'passport' }, ['idNumber']],
    ['nobody known', { idType: 'unknown' }, []],
    ['a birth against the number', { idType: 'residentId', idNumber: CITIZEN, born: '1981' }, ['born']],
    ['a sex against the number', { idType: 'residentId', idNumber: CITIZEN, sex: 'male' }, ['sex']],
    ['a birth today', { born: '2026-11-22' }, []],
    ['a birth tomorrow', { born: '2026-11-23' }, ['born']],
    ['this year', { firstOnset: '2026' }, []],
    ['next year', { firstOnset: '2027' }, ['firstOnset']],
    ['ill in the year of birth', { born: '1980-06-01', firstOnset: '1980' }, []],
    ['ill before birth', { born: '1980-06-01', firstOnset: '1980-05' }, ['firstOnset']],
  ])('%s', (_, change, keys) => {
    expect(faulty(change)).toEqual(keys);
  });
  it('that were there before do not keep anybody from putting other things right', () => {
    const before = { ...BLANK_FILE, name: '试甲', born: '2030' };
    expect(newFaults(before, changedFile(before, { education: '7' }, TODAY), TODAY)).toEqual([]);
    expect(newFaults(before, changedFile(before, { born: '2031' }, TODAY), TODAY).map(fault => fault.key)).toEqual(['born']);
  });
});

it('finds what differs, and says values as people read them', () => {
  expect(differingKeys(file({ pastSymptoms: ['1', '3'] }), file({ pastSymptoms: ['1', '3'], economy: '1' }))).toEqual(['economy']);
  expect(valueInWords('pastSymptoms', ['1', '3'])).toBe('幻觉、猜疑');
  expect(valueInWords('hospitalisations', 0)).toBe('0 次');
  expect(valueInWords('firstOnset', '1999')).toBe('1999年');
  expect(valueInWords('phone', null)).toBeNull();
  expect(RECORD_KEYS).not.toContain('name');
});
