import type { FormField } from '../policy/form-field.terms.ts';
import type { ScoreItem } from '../policy/visit-work.terms.ts';
import { RISK_MEANINGS } from '../assessment/assessment.terms.ts';
import { GUARDIAN_DUTIES } from './quick-form.terms.ts';
import { optionsOf } from './record-fields.terms.ts';
import { ADHERENCES } from './visits.terms.ts';

/** 随访探视积分表: risk, the guardian's duty, treatment and medication, symptoms, the actual situation. */
const ITEMS: Readonly<Record<ScoreItem, { readonly label: string; readonly words: Readonly<Record<string, string>> }>> = {
  risk: { label: '危险性', words: RISK_MEANINGS },
  guardianDuty: { label: '监护履责', words: GUARDIAN_DUTIES },
  medication: { label: '治疗与服药', words: ADHERENCES },
  symptoms: { label: '精神症状', words: { 1: '没有', 2: '有一些', 3: '明显' } },
  situation: { label: '实际情况', words: { 1: '平稳', 2: '有波动', 3: '失控' } },
};

/** The second form of a visit. What its answers weigh is the county's policy. */
export const SCORE_FIELDS: readonly FormField[] = Object.entries(ITEMS).map(([key, { label, words }]) => ({
  key,
  label,
  section: 'score',
  kind: 'choice' as const,
  options: optionsOf(words),
  required: true,
}));
