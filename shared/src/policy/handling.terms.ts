import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/policy.ts';

/** Steps of a joint handling (联合处置), in the order in which they are usually done. Source: joint service teams' working system 6. */
export const HANDLING_STEPS = inLanguage(
  {
    policeCalled: '报警',
    firstResponse: '先期处置',
    policeArrived: '民警到场',
    groupTold: '告知乡镇综合管理小组',
    scene: '现场处置',
    hospital: '送医',
    aftermath: '善后',
  },
  { en: en.HANDLING_STEPS },
);
export type HandlingStep = keyof typeof HANDLING_STEPS;
export const HANDLING_STEP_KEYS = [
  'policeCalled',
  'firstResponse',
  'policeArrived',
  'groupTold',
  'scene',
  'hospital',
  'aftermath',
] as const satisfies readonly HandlingStep[];
