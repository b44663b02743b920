import { calendarDate } from '../kernel/calendar-date.ts';
import { SHIPPED_VISIT_WORK } from '../policy/visit-work.shipped.ts';
import { metresBetween, storedPlace, usualPlace, type VisitPlace } from './place.rules.ts';
import { flagsOfCheckIn, flagsOfRecord, isLateRecord, type CheckInFacts, type RecordFacts } from './visit-flags.rules.ts';

const policy = SHIPPED_VISIT_WORK;
const home: VisitPlace = { latitude: 41.5, longitude: 101.5, accuracyMetres: 20 };
/** So many metres to the north. */
const north = (metres: number): VisitPlace => ({ ...home, latitude: home.latitude + metres / 111_194.9 });
const at = new Date('2026-06-15T10:00:00+08:00');
const minutes = (count: number, from = at) => new Date(from.getTime() + count * 60_000);

describe('the place', () => {
  it('is stored on a grid of about a kilometre, unless the policy asks for the precise one', () => {
    const place = { latitude: 41.50731, longitude: 101.49512, accuracyMetres: 12 };
    expect(storedPlace(place, policy)).toEqual({ latitude: 41.51, longitude: 101.5, accuracyMetres: 1000 });
    expect(storedPlace({ ...place, accuracyMetres: 4000 }, policy).accuracyMetres).toBe(4000);
    expect(storedPlace(place, { place: 'precise' })).toEqual(place);
    expect(metresBetween(place, storedPlace(place, policy))).toBeLessThan(800);
  });

  it('is usual after enough visits, and one stray visit does not move it', () => {
    expect(usualPlace([home], policy)).toBeUndefined();
    expect(usualPlace([home, home, north(50_000)], policy)).toEqual(home);
  });

  it('is measured along the ground', () => {
    expect(metresBetween(home, home)).toBe(0);
    expect(metresBetween(home, north(3_000))).toBeCloseTo(3_000, 0);
  });
});

describe('a check-in', () => {
  const usual: CheckInFacts = { at, place: home, usual: home, others: [] };
  it.each<[string, Partial<CheckInFacts>, string[]]>([
    ['at the usual place and time', {}, []],
    ['without a place', { place: undefined }, ['noPlace']],
    ['2,999 m away', { place: north(2_999) }, []],
    ['3,001 m away', { place: north(3_001) }, ['farFromHome']],
    ['far away from a place that nobody knows', { place: north(90_000), usual: undefined }, []],
    ['at 06:59', { at: new Date('2026-06-15T06:59:59+08:00') }, ['outsideHours']],
    ['at 07:00', { at: new Date('2026-06-15T07:00:00+08:00') }, []],
    ['at 19:59', { at: new Date('2026-06-15T19:59:59+08:00') }, []],
    ['at 20:00', { at: new Date('2026-06-15T20:00:00+08:00') }, ['outsideHours']],
    ['10 minutes after another', { others: [minutes(-10)] }, []],
    ['9 minutes after another', { others: [minutes(-9.99)] }, ['tooCloseToAnother']],
    ['9 minutes before another that was uploaded first', { others: [minutes(9)] }, ['tooCloseToAnother']],
  ])('%s', (_, facts, expected) => {
    expect(flagsOfCheckIn({ ...usual, ...facts }, policy)).toEqual(expected);
  });
});

describe('a finished form', () => {
  const finished: RecordFacts = { at, finishedAt: minutes(20), form: 2, note: undefined, noteBefore: undefined };
  it.each<[string, Partial<RecordFacts>, string[]]>([
    ['after twenty minutes', {}, []],
    ['after three minutes', { finishedAt: minutes(3) }, []],
    ['a moment sooner', { finishedAt: minutes(2.99) }, ['tooFast']],
    ['with the same words as last time', { note: '家里一切都好', noteBefore: '家里一切都好' }, ['sameTextAsLastTime']],
    ['with a comma more', { note: '家里，一切都好。', noteBefore: '家里一切都好' }, ['sameTextAsLastTime']],
    ['with a word more', { note: '家里一切都很好', noteBefore: '家里一切都好' }, []],
    ['with five characters alike', { note: '一切都正常', noteBefore: '一切都正常' }, []],
    ['with the first remark ever', { note: '家里一切都好' }, []],
  ])('%s', (_, facts, expected) => {
    expect(flagsOfRecord([], { ...finished, ...facts }, policy)).toEqual(expected);
  });

  it('keeps the flags of its check-in; the place says nothing about a telephone call', () => {
    const found = ['noPlace', 'outsideHours'] as const;
    expect(flagsOfRecord(found, finished, policy)).toEqual(found);
    expect(flagsOfRecord(found, { ...finished, form: 3 }, policy)).toEqual(['outsideHours']);
    expect(flagsOfRecord(found, { ...finished, form: undefined }, policy)).toEqual(found);
  });

  it.each([
    ['2026-06-15', false],
    ['2026-06-17', false],
    ['2026-06-18', true],
  ])('of 15 June finished on %s is late: %s', (on, late) => {
    expect(isLateRecord(calendarDate('2026-06-15'), calendarDate(on), policy)).toBe(late);
  });
});
