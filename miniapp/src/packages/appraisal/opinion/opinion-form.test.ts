import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { lacks, NO_OPINION, opinionBody, type Opinion } from './opinion-form.ts';

const deduction: Opinion = {
  outcome: 'partial',
  breaches: { visits: '三次上门不开门' },
  heardOn: calendarDate('2026-11-20'),
  note: '',
};

describe('an opinion on a period', () => {
  it('in full needs nothing more', () => {
    expect(lacks({ ...NO_OPINION, outcome: 'full' })).toBeUndefined();
    expect(opinionBody({ ...NO_OPINION, outcome: 'full' }, 3)).toEqual({ version: 3, outcome: 'full' });
  });

  it('to deduct needs which clause, its evidence, and the guardian heard', () => {
    expect(lacks(deduction)).toBeUndefined();
    const { heardOn: _heard, ...unheard } = deduction;
    expect(lacks({ ...deduction, breaches: {} })).toContain('哪一条');
    expect(lacks({ ...deduction, breaches: { visits: ' ' } })).toContain('证据');
    expect(lacks(unheard)).toContain('听监护人');
  });

  it('sends the grounds of a deduction, and none of them when nothing is deducted after all', () => {
    expect(opinionBody(deduction, 1)).toEqual({
      version: 1,
      outcome: 'partial',
      breaches: [{ clause: 'visits', evidence: '三次上门不开门' }],
      guardianHeardOn: '2026-11-20',
    });
    expect(opinionBody({ ...deduction, outcome: 'full' }, 1)).toEqual({ version: 1, outcome: 'full' });
    // What a part pays is the agreement’s, not the person’s: the server refuses a share of one’s own choosing.
    expect(opinionBody(deduction, 1)).not.toHaveProperty('payPercent');
  });
});
