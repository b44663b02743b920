import { calendarDate } from '../kernel/calendar-date.ts';
import { handoverLetter, type LetterFacts } from './handover-letter.rules.ts';

const facts: LetterFacts = {
  number: '迁出〔2026〕0615-0A1B2C',
  townshipName: '云坪镇',
  villageName: '竹坪村',
  patientName: '试甲',
  idNumberEnd: '001X',
  diagnosis: '双相(情感)障碍',
  destination: '邻县石栏乡',
  movedOn: calendarDate('2026-06-15'),
  guardians: [
    { name: '试乙', phone: '19900000001' },
    { name: '试丙', phone: null },
  ],
};

it('says who comes, from where, since when and who looks after them', () => {
  const text = handoverLetter(facts).paragraphs.join('\n');
  for (const part of [
    '迁出〔2026〕0615-0A1B2C',
    '邻县石栏乡',
    '试甲',
    '001X',
    '云坪镇竹坪村',
    '2026年6月15日',
    '试乙（电话 19900000001）',
    '试丙（电话 未登记）',
  ])
    expect(text).toContain(part);
});

it('says what is not known', () => {
  const text = handoverLetter({ ...facts, idNumberEnd: null, guardians: [] }).paragraphs.join('\n');
  expect(text).toContain('身份证号后四位 未登记');
  expect(text).toContain('监护人：未登记。');
});
