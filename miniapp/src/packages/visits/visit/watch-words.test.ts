import { watchWords, type WatchFacts } from './watch-words.ts';

const now = Date.parse('2026-06-15T10:00:00+08:00');
const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
const facts = (more: Partial<WatchFacts> = {}): WatchFacts => ({
  visitId: 'v',
  waiting: [],
  watch: { asksAt: at(30), helpAt: at(40), helpAsked: false },
  unreached: false,
  now,
  ...more,
});
const checkIn = (minutesAgo: number) => ({ key: 'v', url: '/patients/p/visits', madeAt: at(-minutesAgo) });
const record = (minutesAgo: number) => ({ key: 'r', url: '/visits/v/record', madeAt: at(-minutesAgo) });

it('says nothing where no clock runs, and not while the check-in is only on its way', () => {
  expect(watchWords(facts({ watch: undefined }))).toBeUndefined();
  expect(watchWords(facts({ watch: { asksAt: null, helpAt: null, helpAsked: false } }))).toBeUndefined();
  expect(watchWords(facts({ watch: undefined, waiting: [checkIn(0)] }))).toBeUndefined();
});

it('says that nobody knows of the visit while the check-in waits for signal', () => {
  expect(watchWords(facts({ watch: undefined, waiting: [checkIn(1)] }))).toMatchObject({ alone: true, up: false });
});

it('asks when the time is up', () => {
  expect(watchWords(facts())).toMatchObject({ title: '离开时报个平安', up: false, alone: false });
  expect(watchWords(facts({ now: now + 30 * 60_000 }))).toMatchObject({ title: '您还好吗？', up: true, alone: false });
});

it.each([
  ['the record waits', { waiting: [record(1)] }, '平安还没有报出去'],
  ['there is no signal', { unreached: true }, '现在没有信号'],
])('says that the office’s clock goes on when %s, until when, and afterwards that others may look already', (_, more, title) => {
  const before = watchWords(facts(more));
  expect(before).toMatchObject({ title, alone: true });
  expect(before?.words).toContain('10:40');
  const after = watchWords(facts({ ...more, now: now + 40 * 60_000 }));
  expect(after).toMatchObject({ title, alone: true, up: true });
  expect(after?.words).toContain('可能已经请组长和驻村民警找您了');
});

it('makes no alarm of a record that is only on its way, nor of another visit’s', () => {
  expect(watchWords(facts({ waiting: [record(0)] }))).toMatchObject({ alone: false });
  expect(watchWords(facts({ waiting: [{ ...record(5), url: '/visits/w/record' }] }))).toMatchObject({ alone: false });
});
