import type { AgreementState } from '@guanhu/shared/agreements/agreements.terms';
import type { Tone } from '../ui/tag.tsx';

export const AGREEMENT_TONES: Readonly<Record<AgreementState, Tone>> = {
  draft: 'warn',
  signedByGuardian: 'warn',
  active: 'calm',
  suspended: 'warn',
  closed: 'plain',
  terminated: 'plain',
};
