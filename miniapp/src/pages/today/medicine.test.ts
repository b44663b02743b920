import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { StripState } from '@guanhu/shared/medication/medication.terms';
import { medicineCard } from './medicine.ts';

const day = calendarDate;
const week = (today: string, states: readonly StripState[], answerable: readonly string[]) => ({
  today: day(today),
  monday: day('2026-11-16'),
  days: states.map((state, index) => {
    const on = day(`2026-11-${String(16 + index)}`);
    return { on, state, why: null, backfilled: false, answerable: answerable.includes(on) };
  }),
  runsOutOn: null,
  pause: null,
});
const untilSaturday: readonly StripState[] = ['taken', 'taken', 'taken', 'none', 'taken', 'none', 'future'];

describe('the medicine card', () => {
  it('asks about today first, then about days that may still be answered', () => {
    const card = medicineCard(
      week('2026-11-21', ['taken', 'taken', 'taken', 'none', 'none', 'none', 'future'], ['2026-11-20', '2026-11-21']),
      day('2026-11-21'),
      {},
    );
    expect(card.open).toEqual(['2026-11-21', '2026-11-20']);
    expect(card.strip.map(each => each.state)).toEqual(['taken', 'taken', 'taken', 'unanswered', 'unanswered', 'today', 'ahead']);
    expect(card.strip.map(each => each.name).join('')).toBe('一二三四五六日');
  });

  it('shows days without an order as not asked about, also today', () => {
    const card = medicineCard(
      week('2026-11-18', ['notAsked', 'none', 'notAsked', 'future', 'future', 'future', 'future'], []),
      day('2026-11-18'),
      {},
    );
    expect(card.strip.map(each => each.state).slice(0, 4)).toEqual(['notAsked', 'unanswered', 'notAsked', 'ahead']);
    expect(card.open).toEqual([]);
  });

  it('shows what was tapped here before the server shows it', () => {
    const card = medicineCard(week('2026-11-21', untilSaturday, ['2026-11-21']), day('2026-11-21'), { '2026-11-21': 'partly' });
    expect(card.said).toBe('partly');
    expect(card.open).toEqual([]);
    expect(card.strip[5]?.state).toBe('partly');
  });

  it('marks what is said for a day that is over, and says when the medicine ends', () => {
    const before = { ...week('2026-11-21', untilSaturday, ['2026-11-20', '2026-11-21']), runsOutOn: day('2026-11-26') };
    const card = medicineCard(before, day('2026-11-21'), { '2026-11-20': 'taken', '2026-11-21': 'taken' });
    expect(card.strip.map(each => each.backfilled).slice(3, 6)).toEqual([false, true, false]);
    expect(card.runsOutOn).toBe('2026-11-26');
  });

  it('asks about the phone’s day on the morning after, without signal', () => {
    const card = medicineCard(
      week('2026-11-21', ['taken', 'taken', 'taken', 'none', 'taken', 'taken', 'future'], ['2026-11-21']),
      day('2026-11-22'),
      {},
    );
    expect(card.today).toBe('2026-11-22');
    expect(card.said).toBeUndefined();
    expect(card.open).toEqual(['2026-11-22']);
  });

  it('starts a blank week when the kept one is over', () => {
    const card = medicineCard(week('2026-11-21', untilSaturday, ['2026-11-21']), day('2026-11-24'), {});
    expect(card.strip.map(each => each.state)).toEqual(['unanswered', 'today', 'ahead', 'ahead', 'ahead', 'ahead', 'ahead']);
    expect(card.open).toEqual(['2026-11-24']);
  });

  it('believes the server when the phone’s clock is behind', () => {
    expect(medicineCard(week('2026-11-21', untilSaturday, ['2026-11-21']), day('2019-01-01'), {}).today).toBe('2026-11-21');
  });

  it('asks nothing of a family that is not asked, also on the morning after without signal', () => {
    const before = {
      ...week('2026-11-21', ['taken', 'taken', 'notAsked', 'notAsked', 'notAsked', 'notAsked', 'future'], []),
      pause: 'noConsent' as const,
    };
    for (const today of ['2026-11-21', '2026-11-22', '2026-11-24']) {
      const card = medicineCard(before, day(today), {});
      expect(card.open).toEqual([]);
      expect(card.pause).toBe('noConsent');
    }
    expect(medicineCard(before, day('2026-11-22'), {}).strip[6]?.state).toBe('notAsked');
  });
});
