import { calendarDate } from '../kernel/calendar-date.ts';
import { canonicalMinutes, minutesNumber, minutesText, numeral, type MinutesFacts } from './minutes-text.rules.ts';

const facts: MinutesFacts = {
  number: '听泉镇关护会纪〔2026〕3号',
  townshipName: '听泉镇',
  kind: 'regular',
  on: calendarDate('2026-09-28'),
  place: '镇政府二楼会议室',
  units: [
    { name: '听泉镇派出所', attended: true, who: '试所长' },
    { name: '听泉镇卫生院', attended: true, who: null },
    { name: '听泉镇残联', attended: false, who: null },
  ],
  summary: '会议通报了三季度的工作。\n\n讨论了三个问题。',
  topics: [{ topic: '超期的工作', words: '竹坪村有四件，月底前补上。' }],
  decisions: [{ what: '补齐竹坪村的走访', ownerName: '试组长', dueOn: calendarDate('2026-10-15') }],
  issuedOn: calendarDate('2026-10-09'),
};

it('has mark, number, title, body, office and date, and names who decided what until when', () => {
  const text = minutesText(facts);
  expect([text.mark, text.number, text.title, text.signedBy, text.signedOn]).toEqual([
    '听泉镇关护联席会议纪要',
    '听泉镇关护会纪〔2026〕3号',
    '听泉镇关护服务管理联席会议纪要',
    '听泉镇严重精神障碍患者综合管理小组办公室',
    '2026年10月9日',
  ]);
  expect(text.sections).toEqual([
    {
      heading: null,
      paragraphs: [
        '2026年9月28日，听泉镇严重精神障碍患者综合管理小组在镇政府二楼会议室召开例会。',
        '参加单位：听泉镇派出所（试所长）、听泉镇卫生院。缺席单位：听泉镇残联。',
        '会议通报了三季度的工作。',
        '讨论了三个问题。',
      ],
    },
    { heading: '一、超期的工作', paragraphs: ['竹坪村有四件，月底前补上。'] },
    { heading: '二、会议决定', paragraphs: ['（一）补齐竹坪村的走访（负责人：试组长；2026年10月15日前办结）'] },
    { heading: null, paragraphs: ['会签单位：听泉镇派出所、听泉镇卫生院、听泉镇残联，均已同意。'] },
  ]);
});

it('has one form for its digests, which every fact changes', () => {
  const same = canonicalMinutes(minutesText(facts));
  expect(canonicalMinutes(minutesText({ ...facts }))).toBe(same);
  const others: Partial<MinutesFacts>[] = [
    { number: minutesNumber('听泉镇', 2026, 4) },
    { on: calendarDate('2026-09-29') },
    { place: '别处' },
    { units: facts.units.slice(1) },
    { summary: '会议通报了工作。' },
    { topics: [] },
    { decisions: [] },
    { issuedOn: calendarDate('2026-10-10') },
  ];
  expect(new Set([same, ...others.map(change => canonicalMinutes(minutesText({ ...facts, ...change })))]).size).toBe(others.length + 1);
});

it.each([
  [1, '一'],
  [9, '九'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [35, '三十五'],
])('%i is %s', (count, words) => {
  expect(numeral(count)).toBe(words);
});

it('numbers as official documents do', () => {
  expect(minutesNumber('听泉镇', 2026, 3)).toBe(facts.number);
});
