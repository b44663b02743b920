import fc from 'fast-check';
import { calendarDate } from '../kernel/calendar-date.ts';
import { identityCheckDigit, readIdentityNumber } from './identity-number.rules.ts';

const today = calendarDate('2026-03-01');
const numbered = (first17: string): string => first17 + identityCheckDigit(first17);
const fault = (written: string) => {
  const reading = readIdentityNumber(written, today);
  return reading.ok ? null : reading.fault;
};

describe('an identity number', () => {
  it('gives the birthday and the sex', () => {
    expect(readIdentityNumber(numbered('99010119790228001'), today)).toEqual({
      ok: true,
      number: numbered('99010119790228001'),
      bornOn: '1979-02-28',
      sex: 'male',
    });
    expect(readIdentityNumber(numbered('99010119790228002'), today)).toMatchObject({ ok: true, sex: 'female' });
  });

  it('has the check digit of the standard', () => {
    expect(identityCheckDigit('11010519491231002')).toBe('X');
    expect(identityCheckDigit('44052418800101001')).toBe('4');
    expect(() => identityCheckDigit('1234')).toThrow(RangeError);
  });

  it('is read with spaces, hyphens, an apostrophe, full-width digits and a small x', () => {
    const number = '11010519491231002X';
    for (const written of [
      '110105 19491231 002x',
      '110105-19491231-002X',
      "'11010519491231002X",
      '１１０１０５１９４９１２３１００２Ｘ',
      ' 11010519491231002x\u200b',
    ]) {
      expect(readIdentityNumber(written, today)).toMatchObject({ ok: true, number });
    }
  });

  it.each([
    ['990101790228001', 'IDENTITY_OLD'],
    ['99010119790228', 'IDENTITY_LENGTH'],
    ['', 'IDENTITY_LENGTH'],
    ['9901011979022800AB', 'IDENTITY_CHARACTERS'],
    ['X90101197902280011', 'IDENTITY_CHARACTERS'],
    [numbered('99010119790229001'), 'IDENTITY_BIRTH_DATE'],
    [numbered('99010119791301001'), 'IDENTITY_BIRTH_DATE'],
    [numbered('99010120260302001'), 'IDENTITY_BIRTH_DATE'],
  ])('%s is refused: %s', (written, expected) => {
    expect(fault(written)).toBe(expected);
  });

  it('may be that of somebody born today or on a leap day', () => {
    expect(fault(numbered('99010120260301001'))).toBeNull();
    expect(fault(numbered('99010120240229001'))).toBeNull();
  });

  it('is refused with any single digit changed', () => {
    const number = numbered('99010119790228001');
    fc.assert(
      fc.property(fc.nat(16), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const wrong = (Number(number.charAt(at)) + by) % 10;
        expect(fault(number.slice(0, at) + String(wrong) + number.slice(at + 1))).not.toBeNull();
      }),
    );
  });
});
