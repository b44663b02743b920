import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { lacks, NO_OPINION, opinionBody, type Opinion } from './opinion-form.ts';

const deduction: Opinion = {
  outcome: 'partial',
  payPercent: 50,
  breaches: { visits: '三次上门不开门' },
  heardOn: calendarDate('2026-11-20'),
  note: '',
};

describe('an opinion on a period', () => {
  it('in full needs nothing more', () => {
    expect(lacks({ ...NO_OPINION, outcome: 'full' })).toBeUndefined();
    expect(opinionBody({ ...NO_OPINION, outcome: 'full' }, 3)).toEqual({ version: 3, outcome: 'full' });
  });

  it('to deduct needs how much, which clause, its evidence, and the guardian heard', () => {
    expect(lacks(deduction)).toBeUndefined();
    const { payPercent: _percent, ...withoutPercent } = deduction;
    const { heardOn: _heard, ...unheard } = deduction;
    expect(lacks(withoutPercent)).toContain('发多少');
    expect(lacks({ ...deduction, breaches: {} })).toContain('哪一条');
    expect(lacks({ ...deduction, breaches: { visits: ' ' } })).toContain('证据');
    expect(lacks(unheard)).toContain('听监护人');
  });

  it('sends the grounds of a deduction, and none of them when nothing is deducted after all', () => {
    expect(opinionBody(deduction, 1)).toEqual({
      version: 1,
      outcome: 'partial',
      payPercent: 50,
      breaches: [{ clause: 'visits', evidence: '三次上门不开门' }],
      guardianHeardOn: '2026-11-20',
    });
    expect(opinionBody({ ...deduction, outcome: 'full' }, 1)).toEqual({ version: 1, outcome: 'full' });
    expect(opinionBody({ ...deduction, outcome: 'zero' }, 1)).not.toHaveProperty('payPercent');
  });
});
