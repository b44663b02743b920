import fc from 'fast-check';
import { addDays, calendarDate, type CalendarDate } from '../kernel/calendar-date.ts';
import { fen, NOTHING, sum, type Fen } from '../kernel/fen.ts';
import { REWARD_CYCLES, type RewardCycle } from '../policy/policy.terms.ts';
import { amountsOf, expectedSoFar, fullAmount, handOn, monthlyOf, type RewardTerms } from './reward.rules.ts';
import { periodsOf, type Span } from './term.rules.ts';

const day = calendarDate;
const span = (from: string, to: string): Span => ({ from: day(from), to: day(to) });
const terms = (term: Span, yearlyFen: number, more: Partial<RewardTerms> = {}): RewardTerms => ({
  term,
  anchor: term.from,
  standards: [{ from: term.from, yearlyFen: fen(yearlyFen) }],
  pauses: [],
  capFen: null,
  ...more,
});
const quarterly = (all: RewardTerms) => amountsOf(periodsOf(all.term, 'quarter', all.anchor), all);

describe('what an agreement earns', () => {
  it('pays 2,400 yuan a year in four quarters of 600', () => {
    expect(quarterly(terms(span('2026-08-15', '2027-08-14'), 240_000))).toEqual([60_000, 60_000, 60_000, 60_000]);
  });

  it('lets the last month absorb what 2,500 yuan do not divide by twelve', () => {
    const all = terms(span('2026-07-01', '2027-06-30'), 250_000);
    const months = amountsOf(periodsOf(all.term, 'month', all.anchor), all);
    expect(months.slice(0, 11)).toEqual(Array.from({ length: 11 }, () => 20_833));
    expect(months[11]).toBe(20_837);
    expect(monthlyOf(fen(250_000))).toBe(20_833);
  });

  it('counts a part-month by days over the calendar days of that month, half up', () => {
    // 10 of the 31 days from 15 August: 20,000 × 10 ÷ 31 = 6,451.6…
    expect(quarterly(terms(span('2026-08-15', '2026-08-24'), 240_000))).toEqual([6_452]);
    // One day of a 30-day month at 15 fen a month is exactly half a fen: up.
    expect(fullAmount(terms(span('2026-09-01', '2026-09-01'), 180))).toBe(1);
    // One fen less a year and it is less than half.
    expect(fullAmount(terms(span('2026-09-01', '2026-09-01'), 179))).toBe(0);
  });

  it('takes the days of a pause out of their own period only', () => {
    const paused = terms(span('2026-07-01', '2027-06-30'), 240_000, { pauses: [span('2026-07-11', '2026-08-10')] });
    // July 10 of 31 days, August 21 of 31 days, a whole September.
    expect(quarterly(paused)).toEqual([40_000, 60_000, 60_000, 60_000]);
  });

  it('counts a day once though two pauses cover it', () => {
    const one = terms(span('2026-07-01', '2027-06-30'), 240_000, { pauses: [span('2026-07-05', '2026-07-10')] });
    const two = terms(span('2026-07-01', '2027-06-30'), 240_000, {
      pauses: [span('2026-07-05', '2026-07-08'), span('2026-07-07', '2026-07-10')],
    });
    expect(fullAmount(two)).toBe(fullAmount(one));
  });

  it('splits a month in which the standard changes', () => {
    const changed = terms(span('2026-07-01', '2026-09-30'), 0, {
      standards: [
        { from: day('2026-07-01'), yearlyFen: fen(240_000) },
        { from: day('2026-08-16'), yearlyFen: fen(360_000) },
      ],
    });
    // August: 15 days at 200, 16 days at 300 yuan a month.
    expect(quarterly(changed)).toEqual([20_000 + Math.round((15 * 20_000 + 16 * 30_000) / 31) + 30_000]);
  });

  it('never exceeds the cap, and the periods still sum to it', () => {
    const capped = quarterly(terms(span('2026-07-01', '2027-06-30'), 240_000, { capFen: fen(150_000) }));
    expect(capped).toEqual([60_000, 60_000, 30_000, 0]);
  });

  it('shows as expected what the days so far have earned', () => {
    const all = terms(span('2026-07-01', '2027-06-30'), 240_000);
    const [period] = periodsOf(all.term, 'quarter', all.anchor);
    if (!period) throw new Error('no period');
    const at = (today: string) => expectedSoFar(period, all, day(today), fen(60_000));
    expect(at('2026-06-30')).toBe(0);
    expect(at('2026-07-01')).toBe(645);
    expect(at('2026-07-31')).toBe(20_000);
    expect(at('2026-09-29')).toBe(59_333);
    expect(at('2026-09-30')).toBe(60_000);
    expect(at('2027-01-01')).toBe(60_000);
  });

  const anyTerms = fc
    .record({
      from: fc.integer({ min: 0, max: 2000 }).map(offset => addDays(day('2025-01-01'), offset)),
      days: fc.integer({ min: 0, max: 364 }),
      anchorBack: fc.integer({ min: 0, max: 400 }),
      standards: fc.array(fc.tuple(fc.integer({ min: -30, max: 364 }), fc.integer({ min: 0, max: 600_000 })), {
        minLength: 1,
        maxLength: 4,
      }),
      pauses: fc.array(fc.tuple(fc.integer({ min: -10, max: 364 }), fc.integer({ min: 0, max: 120 })), { maxLength: 3 }),
      capFen: fc.option(fc.integer({ min: 0, max: 600_000 }).map(fen)),
      cycle: fc.constantFrom(...(Object.keys(REWARD_CYCLES) as RewardCycle[])),
    })
    .map(({ from, days, anchorBack, standards, pauses, capFen, cycle }) => ({
      cycle,
      terms: {
        term: { from, to: addDays(from, days) },
        anchor: addDays(from, -anchorBack),
        standards: [...standards]
          .sort(([a], [b]) => a - b)
          .map(([offset, yearly]) => ({ from: addDays(from, offset), yearlyFen: fen(yearly) })),
        pauses: pauses.map(([offset, length]) => ({ from: addDays(from, offset), to: addDays(from, offset + length) })),
        capFen,
      } satisfies RewardTerms,
    }));

  it('sums exactly and is never negative, whatever the starts, ends, pauses, caps and changes of standard', () => {
    fc.assert(
      fc.property(anyTerms, ({ terms: all, cycle }) => {
        const amounts = amountsOf(periodsOf(all.term, cycle, all.anchor), all);
        expect(amounts.every(amount => Number.isSafeInteger(amount) && amount >= 0)).toBe(true);
        expect(sum(amounts)).toBe(fullAmount(all));
        if (all.capFen !== null) expect(sum(amounts)).toBeLessThanOrEqual(all.capFen);
      }),
      { numRuns: 500 },
    );
  });

  it('pays a whole year of duty the yearly amount to the fen, wherever it starts and however it is cut', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1500 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.constantFrom(...(Object.keys(REWARD_CYCLES) as RewardCycle[])),
        (offset, yearly, cycle) => {
          const from = addDays(day('2025-01-01'), offset);
          const [year] = periodsOf({ from, to: addDays(from, 364) }, 'year', from);
          if (!year) throw new Error('no year');
          // Twelve anchored months are a year also when it holds 29 February.
          const to = addDays(calendarDate(`${Number(from.slice(0, 4)) + 1}${from.slice(4) === '-02-29' ? '-02-28' : from.slice(4)}`), -1);
          const all = terms({ from, to }, yearly);
          expect(sum(amountsOf(periodsOf(all.term, cycle, all.anchor), all))).toBe(yearly);
        },
      ),
    );
  });

  it('splits by days when the guardian changes, with the total unchanged: the parts are what one agreement would have been', () => {
    const split = (all: RewardTerms, cuts: readonly number[]): RewardTerms[] => {
      const days = [...new Set(cuts)].sort((a, b) => a - b).map(cut => addDays(all.term.from, cut));
      const parts: RewardTerms[] = [];
      let rest: RewardTerms = all;
      for (const from of days.filter(day => day > all.term.from && day <= all.term.to)) {
        const ended = { ...rest, term: { from: rest.term.from, to: addDays(from, -1) } };
        parts.push(ended);
        rest = { ...all, ...handOn(ended), term: { from, to: all.term.to } };
      }
      return [...parts, rest];
    };
    fc.assert(
      fc.property(anyTerms, fc.array(fc.integer({ min: 1, max: 364 }), { maxLength: 5 }), ({ terms: all, cycle }, cuts) => {
        const amounts = split(all, cuts).flatMap(part => amountsOf(periodsOf(part.term, cycle, part.anchor), part));
        expect(amounts.every(amount => amount >= 0)).toBe(true);
        expect(sum(amounts)).toBe(fullAmount(all));
      }),
      { numRuns: 500 },
    );
    // Ten months with one guardian and two with the next: 2,500 yuan do not divide by twelve, and still add up.
    const year = terms(span('2026-07-01', '2027-06-30'), 250_000);
    expect(split(year, [304]).map(fullAmount)).toEqual([208_333, 41_667]);
  });

  it('lets a decided period rise by what an end exactly there leaves over, and fall by nothing', () => {
    const year = terms(span('2026-07-01', '2027-06-30'), 250_000);
    const cut = { ...year, term: span('2026-07-01', '2027-05-31') };
    const months = periodsOf(cut.term, 'month', cut.anchor);
    const decided = new Map(months.map(period => [period.from, fen(20_833)]));
    const amounts = amountsOf(months, cut, decided);
    expect(amounts.at(-1)).toBe(20_837);
    expect(sum(amounts)).toBe(fullAmount(cut));
    const high = new Map(months.map(period => [period.from, fen(20_834)]));
    expect(amountsOf(months, cut, high)).toEqual(months.map(() => 20_834));
  });

  /** What can happen to a family's year, in any order. */
  const anyEvent = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('settle' as const) }) },
    fc.record({ kind: fc.constant('pause' as const), wait: fc.nat(60), days: fc.integer({ min: 1, max: 90 }) }),
    fc.record({ kind: fc.constant('raise' as const), wait: fc.nat(60), more: fc.nat(100_000) }),
    fc.record({ kind: fc.constant('guardian' as const), wait: fc.nat(60) }),
    // A termination, or the rest of the year stopped by two people: to the money they are the same.
    fc.record({ kind: fc.constant('end' as const), wait: fc.nat(60) }),
  );

  it('sums to the fen through any sequence of decisions, pauses, standards, guardians and ends', () => {
    fc.assert(
      fc.property(anyTerms, fc.array(anyEvent, { maxLength: 14 }), ({ terms: first, cycle }, events) => {
        // One agreement at a time: its terms, what of it is decided, and until when.
        let now: RewardTerms = first;
        let decided = new Map<CalendarDate, Fen>();
        const signedTo = first.term.to;
        const earlier: Fen[] = [];
        let ended = false;
        const firstFree = () =>
          periodsOf(now.term, cycle, now.anchor).reduce(
            (day, period) => (decided.has(period.from) ? addDays(period.to, 1) : day),
            now.term.from,
          );
        const laid = () => amountsOf(periodsOf(now.term, cycle, now.anchor), now, decided);
        const cut = (lastDay: CalendarDate) => {
          now = { ...now, term: { from: now.term.from, to: lastDay } };
          const periods = periodsOf(now.term, cycle, now.anchor);
          decided = new Map([...decided].filter(([from]) => periods.some(period => period.from === from)));
        };
        for (const event of events) {
          if (ended) break;
          const day = addDays(firstFree(), 'wait' in event ? event.wait : 0);
          if (event.kind === 'settle') {
            const periods = periodsOf(now.term, cycle, now.anchor);
            const amounts = laid();
            const next = periods.findIndex(period => !decided.has(period.from));
            const [period, amount] = [periods[next], amounts[next]];
            if (period && amount !== undefined) decided = new Map([...decided, [period.from, amount]]);
            continue;
          }
          if (day > now.term.to) continue;
          if (event.kind === 'pause') now = { ...now, pauses: [...now.pauses, { from: day, to: addDays(day, event.days) }] };
          if (event.kind === 'raise') {
            const before = now.standards.findLast(each => each.from <= day)?.yearlyFen ?? NOTHING;
            const standards = [...now.standards.filter(each => each.from < day), { from: day, yearlyFen: fen(before + event.more) }];
            now = { ...now, standards };
          }
          if ((event.kind === 'guardian' || event.kind === 'end') && day > now.term.from) {
            cut(addDays(day, -1));
            const amounts = laid();
            expect(sum(amounts)).toBeGreaterThanOrEqual(fullAmount(now));
            if (event.kind === 'end') ended = true;
            else {
              earlier.push(sum(amounts));
              now = { ...now, ...handOn(now, sum(amounts)), term: { from: day, to: signedTo } };
              decided = new Map();
            }
          }
        }
        const amounts = laid();
        expect(amounts.every(amount => Number.isSafeInteger(amount) && amount >= 0)).toBe(true);
        // As one agreement over all its days would have earned it; only what rounding gave to decided periods stays with them.
        const one = fullAmount({ ...now, carry: undefined, capFen: first.capFen, term: { from: first.term.from, to: now.term.to } });
        const all = sum([...earlier, ...amounts]);
        expect(all).toBeGreaterThanOrEqual(one);
        expect(all - one).toBeLessThanOrEqual(decided.size + earlier.length * 12);
        const open = periodsOf(now.term, cycle, now.anchor).some((period, index) => !decided.has(period.from) && (amounts[index] ?? 0) > 0);
        if (open) expect(all).toBe(one);
        if (first.capFen !== null) expect(all).toBeLessThanOrEqual(first.capFen);
      }),
      { numRuns: 400 },
    );
  });

  it('earns no less with one day more', () => {
    fc.assert(
      fc.property(anyTerms, ({ terms: all, cycle }) => {
        const [period] = periodsOf(all.term, cycle, all.anchor);
        if (!period) throw new Error('no period');
        const full = amountsOf([period], { ...all, term: period })[0] ?? NOTHING;
        let before: Fen = NOTHING;
        for (let today = period.from; today <= period.to; today = addDays(today, 7)) {
          const now = expectedSoFar(period, all, today, full);
          expect(now).toBeGreaterThanOrEqual(before);
          before = now;
        }
      }),
      { numRuns: 60 },
    );
  });
});
