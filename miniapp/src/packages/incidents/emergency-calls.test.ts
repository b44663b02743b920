import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Seat } from '@guanhu/shared/care-team/seats.terms';
import { callsBeside, callsOf, split } from './emergency-calls.ts';

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

it('gives whoever acts on an incident the phone list that the server made, after the ambulance', () => {
  const contacts = [
    { who: 'reporter', name: '试报', phone: '19900000002', state: null },
    { who: 'police', name: '试警', phone: '19900000003', state: 'told' },
  ] as const;
  expect(callsOf([...contacts])).toEqual([
    { text: '120 急救', phone: '120' },
    { text: '报告人 试报', phone: '19900000002' },
    { text: '驻村民警 试警', phone: '19900000003' },
  ]);
});

it('keeps four calls on top, so that the pictures below are seen, and loses none', () => {
  const team = { patientId: 'p', seats: [seat('police', '1'), seat('doctor', '2'), seat('gridWorker', '3'), seat('lead', '4')] };
  const { top, more } = split(callsBeside(team));
  expect(top.map(one => one.phone)).toEqual(['120', '1', '2', '3']);
  expect(more.map(one => one.phone)).toEqual(['4', '12356']);
  expect(split(callsBeside(undefined)).more).toEqual([]);
});
