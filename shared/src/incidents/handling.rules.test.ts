import fc from 'fast-check';
import { HANDLING_STEP_KEYS } from '../policy/handling.terms.ts';
import { SHIPPED_HANDLING } from '../policy/handling.shipped.ts';
import {
  closingMissing,
  decideClosing,
  decideEntry,
  entryWords,
  observationOf,
  recordAskedOn,
  recordDueAt,
  recordMissing,
  restraintMinutes,
  standingEntries,
  stepsOf,
  type Entry,
  type EntryWhat,
  type GivenPart,
} from './handling.rules.ts';
import { CLOSING_PART_KEYS, STEP_ANSWER_KEYS, type HandlingState } from './handling.terms.ts';

const policy = SHIPPED_HANDLING;
const reportedAt = new Date('2026-06-15T10:00:00+08:00');
const at = (minutes: number) => new Date(reportedAt.getTime() + minutes * 60_000);
let count = 0;
const entry = (what: EntryWhat, minutes = 0, more: Partial<Entry> = {}): Entry => ({
  id: `e${String(++count)}`,
  what,
  at: at(minutes),
  recordedAt: at(minutes),
  corrects: null,
  ...more,
});
const step = (name: (typeof HANDLING_STEP_KEYS)[number], to: 'taken' | 'done' | 'notNeeded', minutes = 0, more: Partial<Entry> = {}) =>
  entry({ kind: 'step', step: name, to, ...(to === 'notNeeded' ? { reason: '已平息' } : {}) }, minutes, more);
const look = (stable: boolean, minutes: number) => entry({ kind: 'observation', stable }, minutes);
const WHOLE: readonly EntryWhat[] = [
  { kind: 'people', words: '民警两人、组长' },
  { kind: 'measure', measures: ['onSite'] },
  { kind: 'harm', injured: 0, dead: 0, lossFen: 0 },
  { kind: 'diagnosis', diagnosis: '情绪激动', effect: 2 },
];
/** Everything that closing needs: in hospital, so nobody looks afterwards. */
const complete = () => [
  ...WHOLE.map(what => entry(what)),
  ...HANDLING_STEP_KEYS.map(name => step(name, name === 'hospital' ? 'done' : 'notNeeded')),
];
const codeOf = (decided: { granted: boolean; code?: string; value?: unknown }) => (decided.granted ? decided.value : decided.code);

describe('a row of the timeline', () => {
  const open = { state: 'open', reportedAt, entries: [] } as const;
  const decide = (row: Entry, handling: Parameters<typeof decideEntry>[0] = open) => codeOf(decideEntry(handling, row, at(60)));
  const note: EntryWhat = { kind: 'note', words: '已经平静' };

  it.each([
    [65, true],
    [66, 'HANDLING_TIME_WRONG'],
    [-7 * 24 * 60, true],
    [-7 * 24 * 60 - 1, 'HANDLING_TIME_WRONG'],
  ])('%i minutes after the report, written after an hour: %s', (minutes, expected) => {
    expect(decide(entry(note, minutes))).toBe(expected);
  });

  it('says why a step is not needed', () => {
    expect(decide(entry({ kind: 'step', step: 'hospital', to: 'notNeeded' }))).toBe('HANDLING_REASON_NEEDED');
    expect(decide(step('hospital', 'notNeeded'))).toBe(true);
  });

  it('of a step that was answered is only put right, never answered again', () => {
    const taken = step('scene', 'taken');
    const done = step('scene', 'done');
    expect(decide(step('scene', 'taken'), { ...open, entries: [taken] })).toBe('HANDLING_STEP_ANSWERED');
    expect(decide(done, { ...open, entries: [taken] })).toBe(true);
    expect(decide(step('scene', 'notNeeded'), { ...open, entries: [taken, done] })).toBe('HANDLING_STEP_ANSWERED');
    expect(decide(step('scene', 'notNeeded', 0, { corrects: done.id }), { ...open, entries: [taken, done] })).toBe(true);
  });

  it('puts right a row of the same kind, about the same step, that nothing has put right before', () => {
    const wrong = entry(note);
    const right = entry(note, 1, { corrects: wrong.id });
    const people = { kind: 'people', words: '组长' } as const;
    expect(decide(right, { ...open, entries: [wrong] })).toBe(true);
    expect(decide(entry(people, 1, { corrects: wrong.id }), { ...open, entries: [wrong] })).toBe('HANDLING_CORRECTION_WRONG');
    expect(decide(entry(note, 1, { corrects: wrong.id }), { ...open, entries: [wrong, right] })).toBe('HANDLING_CORRECTION_WRONG');
    expect(decide(entry(note, 1, { corrects: 'other' }), open)).toBe('HANDLING_CORRECTION_WRONG');
    const scene = step('scene', 'done');
    expect(decide(step('hospital', 'done', 1, { corrects: scene.id }), { ...open, entries: [scene] })).toBe('HANDLING_CORRECTION_WRONG');
    expect(standingEntries([wrong, right])).toEqual([right]);
  });

  it('after the end puts right and tells nothing new', () => {
    const wrong = entry(note);
    const closed = { state: 'closed', reportedAt, entries: [wrong] } as const;
    expect(decide(entry(note), closed)).toBe('HANDLING_CLOSED');
    expect(decide(entry(note, 1, { corrects: wrong.id }), closed)).toBe(true);
  });

  it('of a restraint ends after it began', () => {
    const restraint = (until: number) => entry({ kind: 'restraint', reason: '防止伤人', until: at(until).toISOString() }, 10);
    expect(decide(restraint(10))).toBe('HANDLING_TIME_WRONG');
    expect(decide(restraint(11))).toBe(true);
    expect(restraintMinutes(at(10), at(11))).toBe(1);
    expect(restraintMinutes(at(10), new Date(at(11).getTime() + 1))).toBe(2);
    expect(entryWords({ kind: 'restraint', reason: '防止伤人' }, at(0))).toBe('防止伤人；还没有解除');
  });
});

describe('steps', () => {
  const one = (entries: readonly Entry[], now: number) =>
    stepsOf(entries, policy, reportedAt, at(now)).find(view => view.step === 'policeCalled');
  it.each([
    [5, false],
    [6, true],
  ])('not answered after %i minutes of five: late %s', (now, late) => {
    expect(one([], now)).toMatchObject({ state: 'waiting', owner: 'lead', late });
  });
  it('answered in time stay in time, and taken is not answered', () => {
    expect(one([step('policeCalled', 'done', 5)], 600)).toMatchObject({ state: 'done', late: false });
    expect(one([step('policeCalled', 'done', 6)], 600)).toMatchObject({ state: 'done', late: true });
    expect(one([step('policeCalled', 'taken', 1)], 6)).toMatchObject({ state: 'taken', late: true });
  });
});

it('the record lacks what no standing row says, and is due within the day', () => {
  expect(recordMissing([])).toEqual(['people', 'measure', 'harm', 'diagnosis']);
  expect(recordMissing(WHOLE.map(what => entry(what)))).toEqual([]);
  expect(recordDueAt(policy, reportedAt)).toEqual(at(24 * 60));
});

it.each([
  ['2026-06-16T08:01:00+08:00', '2026-06-16'],
  ['2026-06-16T08:00:00+08:00', '2026-06-15'],
  ['2026-06-16T00:00:00+08:00', '2026-06-15'],
  ['2026-06-15T23:59:00+08:00', '2026-06-15'],
])('a record due at %s is asked for on %s, before it is late', (dueAt, on) => {
  expect(recordAskedOn(new Date(dueAt), '08:00')).toBe(on);
});

describe('looks afterwards', () => {
  const begun = [step('scene', 'done', 60)];
  it('begin with the scene, every four hours, until two stable ones in a row', () => {
    expect(observationOf([], policy).nextAt).toBeNull();
    expect(observationOf([step('scene', 'taken')], policy).nextAt).toBeNull();
    expect(observationOf(begun, policy).nextAt).toEqual(at(60 + 240));
    expect(observationOf([...begun, look(true, 300)], policy)).toMatchObject({ stableInRow: 1, nextAt: at(540) });
    expect(observationOf([...begun, look(true, 300), look(false, 540)], policy)).toMatchObject({ stableInRow: 0, nextAt: at(780) });
    expect(observationOf([...begun, look(false, 300), look(true, 540), look(true, 780)], policy).nextAt).toBeNull();
    // Written down late: the order of the looks is that in which they were made.
    expect(observationOf([...begun, look(true, 540), look(true, 780), look(false, 300)], policy).nextAt).toBeNull();
  });
  it('are the hospital’s when the patient is there', () => {
    expect(observationOf([...begun, step('hospital', 'done')], policy).nextAt).toBeNull();
    expect(observationOf([...begun, step('hospital', 'notNeeded')], policy).nextAt).not.toBeNull();
  });
});

describe('closing', () => {
  const doctor = { part: 'doctor', by: 'd', mayGive: ['doctor'] } as const;
  const police = { part: 'police', by: 'p', mayGive: ['police'] } as const;
  const close = (state: HandlingState, given: readonly GivenPart[], who: Parameters<typeof decideClosing>[1], entries = complete()) =>
    codeOf(decideClosing({ state, entries, given }, who, policy));

  it('needs both parts, by two persons', () => {
    expect(close('open', [], doctor)).toBe('closing');
    expect(close('closing', [{ part: 'doctor', by: 'd' }], police)).toBe('closed');
    expect(close('closing', [{ part: 'doctor', by: 'd' }], doctor)).toBe('HANDLING_PART_GIVEN');
    expect(close('closing', [{ part: 'doctor', by: 'd' }], { ...police, by: 'd' })).toBe('HANDLING_NEEDS_ANOTHER');
    expect(close('open', [], { ...doctor, mayGive: ['police'] })).toBe('HANDLING_PART_NOT_YOURS');
    expect(close('closed', [], doctor)).toBe('HANDLING_CLOSED');
  });
  it('needs the whole record, every step and the looks', () => {
    const whole = complete();
    expect(closingMissing(whole, policy)).toEqual([]);
    for (const left of whole)
      expect(
        close(
          'open',
          [],
          doctor,
          whole.filter(one => one !== left),
        ),
      ).toBe('HANDLING_NOT_COMPLETE');
    const atHome = [...WHOLE.map(what => entry(what)), ...HANDLING_STEP_KEYS.map(name => step(name, 'notNeeded'))];
    expect(closingMissing(atHome, policy)).toEqual(['observation']);
    expect(closingMissing([...atHome, look(true, 10), look(true, 20)], policy)).toEqual([]);
    // How long a restraint lasted stands there before the end.
    const lasting = entry({ kind: 'restraint', reason: '防止伤人' }, 10);
    const ended = entry({ kind: 'restraint', reason: '防止伤人', until: at(20).toISOString() }, 10, { corrects: lasting.id });
    expect(closingMissing([...whole, lasting], policy)).toEqual(['restraint']);
    expect(closingMissing([...whole, lasting, ended], policy)).toEqual([]);
  });
});

/** Random officers at a random handling: whatever is granted keeps the promises of the timeline and of the two parts. */
it('random handlings never lose a row, never answer a step twice, and end only by both parts of two persons', () => {
  const whats: fc.Arbitrary<EntryWhat> = fc.oneof(
    fc.record({
      kind: fc.constant('step' as const),
      step: fc.constantFrom(...HANDLING_STEP_KEYS),
      to: fc.constantFrom(...STEP_ANSWER_KEYS),
      reason: fc.constant('说明'),
    }),
    fc.constantFrom(...WHOLE),
    fc.record({ kind: fc.constant('observation' as const), stable: fc.boolean() }),
  );
  const deed = fc.oneof(
    { weight: 5, arbitrary: fc.record({ write: whats, corrects: fc.option(fc.nat(30)) }) },
    { weight: 1, arbitrary: fc.record({ part: fc.constantFrom(...CLOSING_PART_KEYS), by: fc.constantFrom('a', 'b') }) },
  );
  let ended = 0;
  fc.assert(
    fc.property(fc.array(deed, { minLength: 5, maxLength: 60 }), fc.nat(11), (deeds, lacking) => {
      let state = 'open' as HandlingState;
      // Some begin where little is lacking, so that many come to their end.
      const entries: Entry[] = complete().slice(0, lacking);
      const given: GivenPart[] = [];
      deeds.forEach((one, minute) => {
        if ('write' in one) {
          const corrects = one.corrects === null ? null : (entries[one.corrects]?.id ?? null);
          const row = entry(one.write, minute, { corrects });
          const wasClosed = state === 'closed';
          if (!decideEntry({ state, reportedAt, entries }, row, at(minute)).granted) return;
          expect(wasClosed && corrects === null).toBe(false);
          entries.push(row);
        } else {
          const decided = decideClosing({ state, entries, given }, { ...one, mayGive: CLOSING_PART_KEYS }, policy);
          if (!decided.granted) return;
          expect(closingMissing(entries, policy)).toEqual([]);
          state = decided.value;
          given.push(one);
        }
        const standing = standingEntries(entries);
        for (const name of HANDLING_STEP_KEYS) {
          const answers = standing.filter(({ what }) => what.kind === 'step' && what.step === name && what.to !== 'taken');
          expect(answers.length).toBeLessThanOrEqual(1);
        }
        expect(given.length).toBe({ open: 0, closing: 1, closed: 2 }[state]);
        expect(new Set(given.map(part => part.by)).size).toBe(given.length);
        expect(new Set(given.map(part => part.part)).size).toBe(given.length);
      });
      if (state === 'closed') ended += 1;
    }),
    { numRuns: 300, seed: 20260615 },
  );
  expect(ended).toBeGreaterThan(0);
});
