import type { AppraisalState, ObjectionState } from '@guanhu/shared/appraisal/appraisal.terms';
import type { Tone } from '../ui/tag.tsx';

export const APPRAISAL_TONES: Readonly<Record<AppraisalState, Tone>> = {
  gathering: 'plain',
  proposed: 'warn',
  decided: 'calm',
  objected: 'warn',
  answered: 'warn',
  final: 'calm',
};

export const OBJECTION_TONES: Readonly<Record<ObjectionState, Tone>> = {
  open: 'warn',
  upheld: 'calm',
  refused: 'plain',
  passed: 'danger',
};
