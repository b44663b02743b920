import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { reviewOf } from './review-form.ts';

const reviewedOn = calendarDate('2026-11-21');
const whole = { finding: 'confirmed', reviewedOn, psychiatrist: ' 试医生 ', hospital: '试县医院', opinion: ' ' } as const;

it('leaves an opinion out that was not given', () => {
  expect(reviewOf(whole)).toEqual({ finding: 'confirmed', reviewedOn, psychiatrist: '试医生', hospital: '试县医院' });
  expect(reviewOf({ ...whole, opinion: '半年后再看 ' })?.opinion).toBe('半年后再看');
});

it.each([{ finding: undefined }, { psychiatrist: ' ' }, { hospital: '' }])('is not whole with %j', part => {
  expect(reviewOf({ ...whole, ...part })).toBeUndefined();
});
