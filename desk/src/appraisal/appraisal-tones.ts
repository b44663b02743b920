import type { AppraisalState } from '@guanhu/shared/appraisal/appraisal.terms';
import type { Tone } from '../ui/tag.tsx';

export const APPRAISAL_TONES: Readonly<Record<AppraisalState, Tone>> = {
  gathering: 'plain',
  proposed: 'warn',
  decided: 'calm',
  final: 'calm',
};
