import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { isGrounded, opinionBody, type OpinionDraft } from './opinion-draft.ts';

const draft = (over: Partial<OpinionDraft>): OpinionDraft => ({
  outcome: 'partial',
  breaches: {},
  guardianHeardOn: undefined,
  note: '',
  ...over,
});
const heard = calendarDate('2026-10-02');

it('lets payment in full go without grounds', () => {
  expect(opinionBody(draft({ outcome: 'full', note: ' 好 ' }), 3)).toEqual({ version: 3, outcome: 'full', note: '好' });
});

it('asks for clause, evidence and hearing before a deduction goes', () => {
  expect(isGrounded(draft({}))).toBe(false);
  expect(isGrounded(draft({ breaches: { visits: '三次不开门' } }))).toBe(false);
  expect(isGrounded(draft({ breaches: { visits: '  ' }, guardianHeardOn: heard }))).toBe(false);
  expect(isGrounded(draft({ breaches: { visits: '三次不开门' }, guardianHeardOn: heard }))).toBe(true);
});

it('leaves grounds out when the person came round to payment in full', () => {
  const body = opinionBody(draft({ outcome: 'full', breaches: { visits: '三次不开门' }, guardianHeardOn: heard }), 1);
  expect(body).toEqual({ version: 1, outcome: 'full' });
});
