import fc from 'fast-check';
import { NO_CREDIT, accepted, answered, exhausted, spent, type CreditSource } from './credit.rules.ts';

const at = new Date('2026-06-15T10:00:00+08:00');
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);

describe('credits', () => {
  it('one acceptance, one message', () => {
    expect(accepted(NO_CREDIT, 'phone', 'once', at).left).toBe(1);
    expect(spent(accepted(NO_CREDIT, 'phone', 'once', at), 'once').left).toBe(0);
    expect(spent(NO_CREDIT, 'once').left).toBe(0);
  });

  it.each([
    ['phone', 'platform'],
    ['platform', 'phone'],
  ] as const)('one tap told by %s and then %s counts once', (first, second) => {
    expect(accepted(accepted(NO_CREDIT, first, 'once', at), second, 'once', later(1)).left).toBe(1);
  });

  it('told ten minutes apart is one tap, longer apart two', () => {
    const told = accepted(NO_CREDIT, 'phone', 'once', at);
    expect(accepted(told, 'platform', 'once', later(10)).left).toBe(1);
    expect(accepted(told, 'platform', 'once', later(10.1)).left).toBe(2);
  });

  it('taps in any order of telling: as many credits as the side that told more', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<CreditSource>('phone', 'platform'), { maxLength: 20 }), told => {
        const credit = told.reduce((before, by, index) => accepted(before, by, 'once', new Date(at.getTime() + index * 1000)), NO_CREDIT);
        const phone = told.filter(by => by === 'phone').length;
        expect(credit.left).toBeGreaterThanOrEqual(Math.max(phone, told.length - phone));
        expect(credit.left).toBeLessThanOrEqual(told.length);
      }),
    );
  });

  it('a long-term template is subscribed to once and not used up', () => {
    const once = accepted(accepted(NO_CREDIT, 'phone', 'long-term', at), 'phone', 'long-term', at);
    expect(once.left).toBe(1);
    expect(spent(once, 'long-term').left).toBe(1);
    expect(exhausted().left).toBe(0);
  });

  it.each([
    ['accept', 3],
    ['acceptWithAlert', 3],
    ['acceptWithAudio', 3],
    ['acceptWithForcePush', 3],
    ['reject', 2],
    ['filter', 2],
    ['ban', 0],
  ] as const)('an answer of %s to two credits leaves %i', (answer, left) => {
    expect(answered({ ...NO_CREDIT, left: 2 }, answer, 'phone', 'once', at).left).toBe(left);
  });
});
