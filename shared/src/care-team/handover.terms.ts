import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/care-team.ts';

/** Life of a leave that a worker asks for, or of a handover that was done for them. */
export const HANDOVER_STATES = inLanguage(
  { proposed: '等待同意', done: '已办理', refused: '未同意', withdrawn: '已撤回' },
  { en: en.HANDOVER_STATES },
);
export type HandoverState = keyof typeof HANDOVER_STATES;
