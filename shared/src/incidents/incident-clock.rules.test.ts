import { clockLine } from './incident-clock.rules.ts';

const at = (minute: number, second = 0) => new Date(Date.UTC(2026, 10, 22, 8, minute, second));
const open = { reportedAt: at(0).toISOString(), worsenedAt: null, acknowledgedAt: null, nextRoundAt: at(15).toISOString() };

it.each([
  ['at once', open, at(0), '已过 0 分钟，还没有人回应；再过 15 分钟通知更多的人'],
  ['a moment before the minute is over', open, at(0, 59), '已过 0 分钟，还没有人回应；再过 15 分钟通知更多的人'],
  ['in the last minute', open, at(14, 1), '已过 14 分钟，还没有人回应；再过 1 分钟通知更多的人'],
  ['when it is time', open, at(15), '已过 15 分钟，还没有人回应；正在通知更多的人'],
  ['since it became worse', { ...open, worsenedAt: at(10).toISOString() }, at(12), '已过 2 分钟，还没有人回应；再过 3 分钟通知更多的人'],
  ['after the last round', { ...open, nextRoundAt: null }, at(70), '已过 70 分钟，还没有人回应'],
  ['by a clock that goes slow', open, at(-5), '已过 0 分钟，还没有人回应；再过 20 分钟通知更多的人'],
  ['when somebody is on it', { ...open, acknowledgedAt: at(3, 59).toISOString(), nextRoundAt: null }, at(90), '报告后 3 分钟有人回应'],
])('%s', (_, incident, now, words) => {
  expect(clockLine(incident, now)).toBe(words);
});
