import { grant, refuse, type Decision } from '../kernel/decision.ts';
import { isPlain } from '../kernel/typed-text.ts';
import { LOCAL_FIELD, LOCAL_FIELD_KINDS, LOCAL_SECTION, type FormField } from './form-field.terms.ts';
import { SCORE_ITEMS, type ScoreItem, type VisitFormPolicy, type VisitWorkPolicy } from './visit-work.terms.ts';

/** How many answers each item of the score sheet has. */
export const SCORE_ANSWERS: Readonly<Record<ScoreItem, number>> = { risk: 6, guardianDuty: 4, medication: 4, symptoms: 3, situation: 3 };

/**
 * Whether a county may use these fields. They stand beside the national ones: a key that is not a county's own, or a field that hides
 * itself behind nothing of the county's, would change the national record.
 */
export function checkVisitForm(policy: VisitFormPolicy): Decision<VisitFormPolicy> {
  const keys = policy.fields.map(field => field.key);
  if (keys.some(key => !LOCAL_FIELD.test(key)) || policy.fields.some(field => field.section !== LOCAL_SECTION))
    return refuse('VISIT_FORM_NATIONAL_FIXED');
  return new Set(keys).size === keys.length && policy.fields.every(isComplete) ? grant(policy) : refuse('VISIT_FORM_INCOMPLETE');
}

function isComplete({ kind, options, rows, label, least, most }: FormField): boolean {
  if (!(LOCAL_FIELD_KINDS as readonly string[]).includes(kind) || rows !== undefined || !isPlain(label)) return false;
  if (kind === 'choice' || kind === 'choices')
    return options !== undefined && options.length >= 2 && new Set(options.map(one => one.code)).size === options.length;
  if (options !== undefined) return false;
  return kind !== 'number' || (least ?? 0) <= (most ?? Number.MAX_SAFE_INTEGER);
}

/** Whether a county may work by this: every answer of the score sheet has its points, and the day of visits begins before it ends. */
export const checkVisitWork = (policy: VisitWorkPolicy): Decision<VisitWorkPolicy> =>
  policy.hoursFrom < policy.hoursUntil && SCORE_ITEMS.every(item => policy.score[item].length === SCORE_ANSWERS[item])
    ? grant(policy)
    : refuse('VISIT_WORK_INCOMPLETE');
