import { DIAGNOSES } from '../registry/diagnosis.rules.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { decideFound, decideLastSeen, missingLetter, missingSheet, momentInChina } from './missing.rules.ts';

const now = new Date('2026-06-15T10:00:00+08:00');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const MONTHS = 60 * 24 * 60;

it.each([
  [0, true],
  [5, true],
  [6, false],
  [-MONTHS, true],
  [-MONTHS - 1, false],
])('last seen %i minutes from now: %s', (count, granted) => {
  expect(decideLastSeen(minutes(count), now).granted).toBe(granted);
});

it.each([
  [-10, true],
  [-11, false],
  [5, true],
  [6, false],
])('found %i minutes from now, last seen ten minutes ago: %s', (count, granted) => {
  expect(decideFound(minutes(count), minutes(-10), now).granted).toBe(granted);
});

const facts = { place: '柳湾村桥头', clothes: '蓝色外套、黑裤子', looks: '身高约一米七', sheetAgreed: true };
const of = { townshipName: '青石镇', villageName: '柳湾村', patientName: '试甲', lastSeenAt: now, on: calendarDate('2026-06-15') };

it('the report to police and committee says whom they look for', () => {
  const letter = missingLetter({ ...of, facts, idNumber: '990101199001011230', guardians: [{ name: '试监', phone: '19900000001' }] });
  const text = letter.paragraphs.join('');
  for (const word of ['试甲', '990101199001011230', '试监', '19900000001', facts.place, facts.clothes, '身高约一米七'])
    expect(text).toContain(word);
  expect(letter.to).toEqual(['县公安局', '中共县委政法委员会']);
  expect(missingLetter({ ...of, facts, idNumber: null, guardians: [] }).paragraphs[0]).toContain('未登记监护人');
  expect(momentInChina(now)).toBe('2026年6月15日 10:00');
});

describe('the sheet for everybody else', () => {
  /** Words by which a bystander learns what is the matter. */
  const TELLING = [
    ...Object.values(DIAGNOSES).map(one => one.label),
    ...[
      '精神',
      '障碍',
      '患者',
      '疾病',
      '病',
      '诊断',
      '服药',
      '危险',
      '风险',
      '等级',
      '随访',
      '监护',
      '服务对象',
      '关护',
      '奖补',
      '社会事务',
      '政法',
    ],
  ];
  it.each([true, false])('says nothing of an illness, a programme or a rating; the family agreed: %s', sheetAgreed => {
    const sheet = missingSheet({ ...of, facts: { ...facts, sheetAgreed } });
    const text = JSON.stringify(sheet);
    expect(TELLING.filter(word => text.includes(word))).toEqual([]);
    expect(text.includes('试甲')).toBe(sheetAgreed);
    expect(text).toContain('110');
  });

  it('leaves out what somebody wrote for the police, and is signed as a village or a community signs', () => {
    const told = { place: '精神卫生中心门口', clothes: '病号服', looks: '偏瘦，危险性高', sheetAgreed: true };
    const sheet = missingSheet({ ...of, villageName: '砚池社区', facts: told });
    expect(TELLING.filter(word => JSON.stringify(sheet).includes(word))).toEqual([]);
    expect(sheet.paragraphs.slice(0, 2)).toEqual(['试甲于2026年6月15日 10:00最后在本地被看到，家人正在寻找。', '偏瘦。']);
    expect(sheet.from).toBe('砚池社区居民委员会');
    expect(missingSheet({ ...of, facts: { ...told, looks: undefined } }).paragraphs).toHaveLength(2);
  });
});
