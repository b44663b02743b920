import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { bandWords, examWords } from './assessment-words.ts';

it('says what an exam found and nothing of its blanks', () => {
  expect(examWords({ bloodPressure: { systolic: 128, diastolic: 82 }, glucose: 5.6, ecg: 'abnormal', ecgNote: '窦性心动过速' })).toBe(
    '血压 128/82 mmHg，血糖 5.6 mmol/L，心电图异常（窦性心动过速）',
  );
});

it('explains a band by version and conditions', () => {
  const on = calendarDate('2026-06-15');
  const conditions = [
    { kind: 'riskAtLeast' as const, value: 4, holds: true },
    { kind: 'incidentWithinMonths' as const, value: 12, holds: false },
  ];
  expect(bandWords({ policySeq: 2, effectiveOn: on, ofTownship: true, conditions, bandOn: on })).toBe(
    '2026年6月15日 定档。依据本乡镇随访政策第 2 版（2026年6月15日 起）：危险性 4 级以上（符合），或12 个月内发生过情况（不符合）。',
  );
  expect(bandWords({ policySeq: 0, effectiveOn: null, ofTownship: false, conditions: [], bandOn: null })).toBe(
    '依据系统初始的随访政策：不符合更高各档的条件。',
  );
});
