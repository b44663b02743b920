import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { SHIPPED_INDICATORS } from '../policy/indicator-policy.terms.ts';
import { factsOf } from '../relief/facts.rules.ts';
import { isOfGroup, isPoor, type KeyGroupFacts } from './key-groups.rules.ts';
import { KEY_GROUPS, KEY_GROUP_KEYS, type KeyGroup } from './key-groups.terms.ts';

const today = calendarDate('2026-06-15');
const policy = { ...SHIPPED_INDICATORS.keyGroups, homeDays: 90, withoutMedicineDays: 14 };
const WELL: KeyGroupFacts = { homeOn: null, adherence: 1, runsOutOn: addDays(today, 20), guardians: 1, wards: 1, duty: 1 };
const groupsOf = (facts: Partial<KeyGroupFacts>) =>
  KEY_GROUP_KEYS.filter((group): group is Exclude<KeyGroup, 'poor'> => group !== 'poor').filter(group =>
    isOfGroup(group, { ...WELL, ...facts }, policy, today),
  );

it('names every group once', () => expect([...KEY_GROUP_KEYS].sort()).toEqual(Object.keys(KEY_GROUPS).sort()));

it.each<[string, Partial<KeyGroupFacts>, readonly KeyGroup[]]>([
  ['nobody who is well looked after', {}, []],
  ['who came home today', { homeOn: today }, ['cameHome']],
  ['who came home as long ago as the policy looks back', { homeOn: addDays(today, -90) }, ['cameHome']],
  ['not who came home a day before that', { homeOn: addDays(today, -91) }, []],
  ['not who is still to come', { homeOn: addDays(today, 1) }, []],
  ['who takes nothing', { adherence: 3 }, ['withoutMedicine']],
  ['not who takes it now and then', { adherence: 2 }, []],
  ['not who need not take any', { adherence: 4 }, []],
  ['whose medicine ran out so many days ago', { runsOutOn: addDays(today, -14) }, ['withoutMedicine']],
  ['not whose medicine ran out a day later', { runsOutOn: addDays(today, -13) }, []],
  ['not of whose medicine nobody knows', { runsOutOn: null, adherence: null }, []],
  ['who has no guardian, and no weak one', { guardians: 0, wards: 0, duty: 4 }, ['noGuardian']],
  ['whose guardian does too little', { duty: 3 }, ['weakGuardian']],
  ['not whose guardian does fairly', { duty: 2 }, []],
  ['whose guardian looks after two', { wards: 2, duty: null }, ['weakGuardian']],
])('lists %s (DY-02)', (_, facts, groups) => expect(groupsOf(facts)).toEqual(groups));

it.each<[string, Partial<Pick<Parameters<typeof factsOf>[0], 'held' | 'answers'>> & { file?: object }, boolean]>([
  ['the file', { file: { economy: '1' } }, true],
  ['the file before the answer', { file: { economy: '2' }, answers: [{ fact: 'poor', answer: 'yes', on: today }] }, false],
  ['what the family said', { answers: [{ fact: 'lowIncome', answer: 'yes', on: today }] }, true],
  ['what the family denied', { answers: [{ fact: 'poor', answer: 'no', on: today }] }, false],
  ['the ledger', { held: ['minimumLiving'] }, true],
  ['another benefit', { held: ['freeMedicine'] }, false],
  ['nothing', {}, false],
])('knows of a family in need by %s (DY-02)', (_, known, poor) => {
  const blank = {
    diagnosis: null,
    economy: null,
    disabilityCertificate: null,
    disabilityGrade: null,
    outpatientTreatment: null,
    permanentAreaCode: null,
  };
  const { file = {}, held = [], answers = [] } = known;
  expect(isPoor(factsOf({ file: { ...blank, ...file }, held, answers, county: null }))).toBe(poor);
});
