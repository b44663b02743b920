import { SCORE_ITEMS, type ScoreItem, type VisitWorkPolicy } from '../policy/visit-work.terms.ts';
import { faultsOfAnswers, type FormAnswers } from './answers.rules.ts';
import { SCORE_FIELDS } from './score-form.terms.ts';
import type { NationalRecord, QuickRecord } from './visit-record.terms.ts';

/** A filled-in score sheet: the points of each item and their sum. */
export type VisitScore = { readonly points: Readonly<Record<ScoreItem, number>>; readonly total: number; readonly most: number };

/** The score by the county's points; undefined while the sheet is not filled in, or is filled in wrongly. */
export function scoreOf(answers: FormAnswers, { score }: VisitWorkPolicy): VisitScore | undefined {
  if (faultsOfAnswers(SCORE_FIELDS, answers).length > 0) return undefined;
  const points = Object.fromEntries(
    SCORE_ITEMS.map(item => {
      const place = SCORE_FIELDS.find(field => field.key === item)?.options?.findIndex(option => option.code === answers[item]) ?? -1;
      return [item, score[item][place] ?? 0];
    }),
  ) as Record<ScoreItem, number>;
  const total = SCORE_ITEMS.reduce((sum, item) => sum + points[item], 0);
  return { points, total, most: SCORE_ITEMS.reduce((sum, item) => sum + Math.max(...score[item]), 0) };
}

/** What the visit's own record already answers of the score sheet; the rest stays blank. */
export function scoreFrom(record: NationalRecord | QuickRecord): FormAnswers {
  if (record.result !== 'done') return {};
  const { risk, adherence } = record;
  const found: Record<string, unknown> = { risk, medication: adherence };
  if ('situation' in record) {
    found['guardianDuty'] = record.guardianship;
    found['situation'] = record.control === 2 ? 3 : record.condition === 1 ? 1 : 2;
    found['symptoms'] = record.condition;
  } else if (record.symptoms !== undefined) found['symptoms'] = record.symptoms.length === 0 ? 1 : record.symptoms.length < 3 ? 2 : 3;
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}
