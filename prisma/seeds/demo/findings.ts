import type { HealthExamBody } from '@guanhu/shared/assessment/assessment.contract';
import type { CastPatient } from './cast.terms.ts';
import { chance } from './chance.ts';

export const HOSPITAL = '市精神卫生中心';
export const HEALTH_CENTRE = '镇卫生院';

const between = (least: number, most: number, ...about: readonly string[]): number => least + chance(...about) * (most - least);
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/** Values as an examination of somebody in this medicine usually has them: weight and sugar a little high, now and then a finding. */
export function examValues({ key, sex }: CastPatient, which: string): HealthExamBody['values'] {
  const about = (what: string) => ['exam', key, which, what] as const;
  const isHeavy = chance(...about('heavy')) < 0.35;
  const values: HealthExamBody['values'] = {
    general: isHeavy ? '体重偏重，已提醒少吃甜食、多走动' : '一般情况可',
    bloodPressure: {
      systolic: Math.round(between(108, isHeavy ? 156 : 138, ...about('systolic'))),
      diastolic: Math.round(between(66, 92, ...about('diastolic'))),
    },
    weightKg: rounded(between(isHeavy ? 72 : 48, isHeavy ? 92 : 70, ...about('weight')) + (sex === 'male' ? 4 : 0), 1),
    whiteCells: rounded(between(4, 9.4, ...about('cells')), 1),
    haemoglobin: Math.round(between(112, 158, ...about('haemoglobin'))),
    platelets: Math.round(between(130, 290, ...about('platelets'))),
    alt: Math.round(between(12, isHeavy ? 68 : 42, ...about('alt'))),
    glucose: rounded(between(4.4, isHeavy ? 8.1 : 6.1, ...about('glucose')), 1),
  };
  // Some health centres send for the heart's trace; a blank stays a blank.
  if (chance(...about('ecg')) < 0.7) return { ...values, ecg: chance(...about('heart')) < 0.85 ? 'normal' : 'abnormal' };
  return values;
}
