import type { ApplicationState, Verdict } from '@guanhu/shared/agreements/application.terms';
import type { Tone } from '../ui/tag.tsx';

export const APPLICATION_TONES: Readonly<Record<ApplicationState, Tone>> = {
  villageReview: 'warn',
  townshipReview: 'warn',
  countyApproval: 'warn',
  approved: 'calm',
  returned: 'warn',
  refused: 'danger',
  objected: 'danger',
  closed: 'plain',
  withdrawn: 'plain',
};
export const VERDICT_TONES: Readonly<Record<Verdict, Tone>> = { holds: 'calm', fails: 'danger', unknown: 'warn' };
