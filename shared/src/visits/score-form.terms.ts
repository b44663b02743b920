import type { FormField } from '../policy/form-field.terms.ts';
import type { ScoreItem } from '../policy/visit-work.terms.ts';
import { RISK_MEANINGS } from '../assessment/assessment.terms.ts';
import { GUARDIAN_DUTIES } from './quick-form.terms.ts';
import { optionsOf } from './record-fields.terms.ts';
import { ADHERENCES } from './visits.terms.ts';
import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/visits.ts';

const LABELS = inLanguage(
  { risk: '危险性', guardianDuty: '监护履责', medication: '治疗与服药', symptoms: '精神症状', situation: '实际情况' },
  { en: en.SCORE_LABELS },
);
const SYMPTOM_SCORES = inLanguage({ 1: '没有', 2: '有一些', 3: '明显' }, { en: en.SYMPTOM_SCORES });
const SITUATION_SCORES = inLanguage({ 1: '平稳', 2: '有波动', 3: '失控' }, { en: en.SITUATION_SCORES });

/** 随访探视积分表: risk, the guardian's duty, treatment and medication, symptoms, the actual situation. */
const ITEMS: Readonly<Record<ScoreItem, { readonly label: string; readonly words: Readonly<Record<string, string>> }>> = {
  risk: { label: LABELS.risk, words: RISK_MEANINGS },
  guardianDuty: { label: LABELS.guardianDuty, words: GUARDIAN_DUTIES },
  medication: { label: LABELS.medication, words: ADHERENCES },
  symptoms: { label: LABELS.symptoms, words: SYMPTOM_SCORES },
  situation: { label: LABELS.situation, words: SITUATION_SCORES },
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
