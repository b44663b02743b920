import type { CostState } from '@guanhu/shared/relief/cost.terms';
import type { ReliefState, Standing } from '@guanhu/shared/relief/relief.terms';
import type { Tone } from '../ui/tag.tsx';

export const RELIEF_TONES: Readonly<Record<ReliefState, Tone>> = {
  collecting: 'warn',
  forwarded: 'warn',
  granted: 'calm',
  refused: 'danger',
  objected: 'danger',
  upheld: 'plain',
  withdrawn: 'plain',
};
export const STANDING_TONES: Readonly<Record<Standing, Tone>> = {
  has: 'calm',
  applied: 'plain',
  seems: 'warn',
  ask: 'plain',
  notNow: 'plain',
};
export const COST_TONES: Readonly<Record<CostState, Tone>> = {
  proposed: 'warn',
  reviewed: 'warn',
  paid: 'warn',
  supervised: 'calm',
  returned: 'plain',
};
