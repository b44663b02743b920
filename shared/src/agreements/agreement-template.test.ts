import { calendarDate } from '../kernel/calendar-date.ts';
import { fen } from '../kernel/fen.ts';
import { agreementNumber } from './agreement-number.rules.ts';
import { agreementText, saysYearStop, canonicalText, type AgreementFacts } from './agreement-template.ts';

const facts: AgreementFacts = {
  number: agreementNumber('990101', 2026, 7),
  townshipName: '云坪镇',
  villageName: '竹坪村',
  patientName: '试甲',
  guardianName: '试乙',
  relation: '父亲',
  from: calendarDate('2026-08-15'),
  to: calendarDate('2027-08-14'),
  cycle: 'quarter',
  standards: [{ from: calendarDate('2026-08-15'), yearlyFen: fen(240_000) }],
  fullFen: fen(240_000),
  partialPercent: 50,
  objectionDays: 5,
  yearStop: false,
};

describe('the agreement’s text', () => {
  const text = canonicalText(agreementText(facts));

  it('names the witness as a village or a community calls its committee', () => {
    expect(text).toContain('见证方：竹坪村民委员会');
    expect(canonicalText(agreementText({ ...facts, villageName: '砚池社区' }))).toContain('见证方：砚池社区居民委员会');
  });
  it('names who acts for a township or an urban street', () => {
    expect(text).toContain('甲方：云坪镇人民政府');
    expect(canonicalText(agreementText({ ...facts, townshipName: '砚池街道' }))).toContain('甲方：砚池街道办事处');
  });
  it('names number, parties, term and money', () => {
    for (const part of [
      'GH-990101-2026-0007',
      '云坪镇',
      '竹坪村',
      '试甲',
      '试乙',
      '父亲',
      '2026年8月15日',
      '2027年8月14日',
      '2400.00元',
      '200.00元',
      '每季度',
      '5日内',
    ])
      expect(text).toContain(part);
  });

  it('promises what the rules keep: a tap is not money, reporting is not punished, two people, three hands', () => {
    expect(text).toContain('没有点按手机确认服药，或者如实报告没有服药，都不作为扣减的理由');
    expect(text).toContain('即使发生事件也不扣减');
    expect(text).toContain('两名与本协议没有利害关系的工作人员');
    expect(text).toContain('三名不同的工作人员');
  });

  it('has one canonical form', () => {
    expect(text.endsWith('\n')).toBe(true);
    expect(text.split('\n').every(line => line === line.trim())).toBe(true);
    const spaced = { title: '甲\u0041\u030a', sections: [{ heading: ' 一 ', paragraphs: ['文 '] }] };
    expect(canonicalText(spaced)).toBe('甲\u00c5\n一\n文\n');
  });

  it('changes with every fact', () => {
    const changed: Partial<AgreementFacts>[] = [
      { number: 'GH-990101-2026-0008' },
      { patientName: '试丙' },
      { guardianName: '试丁' },
      { to: calendarDate('2027-08-13') },
      { cycle: 'year' },
      { fullFen: fen(239_999) },
      { partialPercent: 60 },
      { objectionDays: 6 },
      { yearStop: true },
    ];
    for (const change of changed) expect(canonicalText(agreementText({ ...facts, ...change }))).not.toBe(text);
  });

  it('says that a year may be stopped only where the county wants it, and that is found in the text', () => {
    expect(saysYearStop(agreementText({ ...facts, yearStop: true }))).toBe(true);
    expect(saysYearStop(agreementText(facts))).toBe(false);
    expect(saysYearStop({ title: '协议', sections: [] })).toBe(false);
  });

  it('gives numbers with a serial of at least four digits', () => {
    expect(agreementNumber('990101', 2026, 1)).toBe('GH-990101-2026-0001');
    expect(agreementNumber('990101', 2026, 12_345)).toBe('GH-990101-2026-12345');
    expect(() => agreementNumber('990101', 2026, 0)).toThrow(RangeError);
  });
});
