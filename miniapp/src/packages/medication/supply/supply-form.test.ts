import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { dispensingBody, type SupplyForm } from './supply-form.ts';

const form: SupplyForm = {
  drug: '利培酮片',
  tablets: '',
  mgPerTablet: '',
  days: 30,
  givenOn: calendarDate('2026-11-20'),
  givenBy: '卫生院 ',
  free: 'free',
  arrival: 'fetched',
};

it('asks for days, or for tablets with their strength', () => {
  expect(dispensingBody(form, 'id')).toEqual({
    dispensingId: 'id',
    drug: '利培酮片',
    givenOn: '2026-11-20',
    givenBy: '卫生院',
    free: true,
    days: 30,
    arrival: { how: 'fetched', on: '2026-11-20' },
  });
  const counted = { ...form, days: undefined, tablets: '60', mgPerTablet: '0.5', arrival: 'notYet', free: 'paid' } as const;
  expect(dispensingBody(counted, 'id')).toMatchObject({ tablets: 60, mgPerTablet: 0.5, free: false });
  expect(dispensingBody(counted, 'id')).not.toHaveProperty('arrival');
});

it.each<[string, Partial<SupplyForm>]>([
  ['no drug', { drug: ' ' }],
  ['nobody who gave it', { givenBy: '' }],
  ['no amount', { days: undefined }],
  ['tablets without strength', { days: undefined, tablets: '60' }],
  ['half a tablet too many', { days: undefined, tablets: '60.5', mgPerTablet: '1' }],
  ['not said whether it was free', { free: undefined }],
  ['not said whether it is at home', { arrival: undefined }],
])('waits for what is missing: %s', (_, part) => {
  expect(dispensingBody({ ...form, ...part }, 'id')).toBeUndefined();
});
