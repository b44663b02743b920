import { calendarDate } from '../kernel/calendar-date.ts';
import { readToken, sessionLife } from './session.rules.ts';
import { ACCESS_DEFAULTS, settingsOn } from './settings.rules.ts';

const now = new Date('2026-03-01T00:00:00Z');

describe('sessions', () => {
  it('last longer on a phone than at the desk', () => {
    expect(sessionLife('phone', now, ACCESS_DEFAULTS)).toEqual({ expiresAt: new Date('2026-08-28T00:00:00Z'), idleSeconds: 30 * 86_400 });
    expect(sessionLife('desk', now, ACCESS_DEFAULTS)).toEqual({ expiresAt: new Date('2026-03-01T12:00:00Z'), idleSeconds: 1800 });
  });

  it('are named by county and secret', () => {
    const secret = 'a'.repeat(43);
    expect(readToken(`12.${secret}`)).toEqual({ countyId: 12, secret });
    for (const wrong of [
      secret,
      `0.${secret}`,
      `012.${secret}`,
      `2147483648.${secret}`,
      `12.${secret}a`,
      `12.${'a'.repeat(42)}+`,
      `-1.${secret}`,
      '',
    ])
      expect(readToken(wrong)).toBeUndefined();
  });
});

describe('settings of a county', () => {
  const version = (fromOn: string, invitationDays: number) => ({
    fromOn: calendarDate(fromOn),
    settings: { ...ACCESS_DEFAULTS, invitationDays },
  });
  it('hold from their day on, the latest first', () => {
    const versions = [version('2026-03-01', 7), version('2026-01-01', 30)];
    expect(settingsOn(calendarDate('2025-12-31'), versions)).toBe(ACCESS_DEFAULTS);
    expect(settingsOn(calendarDate('2026-02-28'), versions).invitationDays).toBe(30);
    expect(settingsOn(calendarDate('2026-03-01'), versions).invitationDays).toBe(7);
  });
});
