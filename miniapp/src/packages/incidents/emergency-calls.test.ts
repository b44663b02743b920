import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Seat } from '@guanhu/shared/care-team/seats.terms';
import { callsBeside } from './emergency-calls.ts';

const holder = (phone: string | null) => ({ personId: 'x', name: '某人', phone, since: calendarDate('2026-01-01') });
const seat = (name: Seat, ...phones: readonly (string | null)[]) => ({ seat: name, label: name, holders: phones.map(holder) });

describe('whom to telephone', () => {
  it('is the ambulance and the line for advice at least, with no team known and no signal', () => {
    expect(callsBeside(undefined)).toEqual([
      { text: '120 急救', phone: '120' },
      { text: '12356 心理咨询', phone: '12356' },
    ]);
  });
  it('is whoever is on duty tonight before the team, each number once', () => {
    const team = { patientId: 'p', seats: [seat('police', '19900000002'), seat('gridWorker', '19900000003')] };
    const onDuty = { persons: [{ personId: 'x', name: '试夜班', phone: '19900000003', until: '2026-06-16T00:00:00Z' }] };
    expect(callsBeside(team, onDuty)).toEqual([
      { text: '120 急救', phone: '120' },
      { text: '值班 试夜班', phone: '19900000003' },
      { text: '驻村民警', phone: '19900000002' },
      { text: '12356 心理咨询', phone: '12356' },
    ]);
  });
  it('leaves out vacant posts and holders without a number', () => {
    const team = { patientId: 'p', seats: [seat('doctor', null, '19900000002'), seat('police'), seat('gridWorker', '19900000003')] };
    expect(callsBeside(team).map(each => each.phone)).toEqual(['120', '19900000002', '19900000003', '12356']);
  });
});
