import { readExam } from './exam-typed.rules.ts';

it('reads what was typed and leaves blanks out', () => {
  expect(readExam({ weightKg: ' 61.5 ', systolic: '128', diastolic: '82', general: '', glucose: '', ecg: 'normal' })).toEqual({
    values: { weightKg: 61.5, bloodPressure: { systolic: 128, diastolic: 82 }, ecg: 'normal' },
  });
});

it.each([
  [{}, ['请至少填一项']],
  [{ general: '  ' }, ['请至少填一项']],
  [{ systolic: '128' }, ['血压要填收缩压和舒张压两个数']],
  [{ weightKg: '301' }, ['体重应是 10–300 kg的数字']],
  [{ weightKg: '6l' }, ['体重应是 10–300 kg的数字']],
  [{ glucose: '5.612' }, ['血糖应是 0.5–60 mmol/L的数字']],
  [{ systolic: '120.5', diastolic: '80' }, ['收缩压应是 40–300 mmHg的数字', '血压要填收缩压和舒张压两个数']],
])('%j: %j', (typed, faults) => {
  expect(readExam(typed)).toEqual({ faults });
});

it('takes the bounds themselves', () => {
  expect(readExam({ alt: '0', weightKg: '300' })).toEqual({ values: { alt: 0, weightKg: 300 } });
});
