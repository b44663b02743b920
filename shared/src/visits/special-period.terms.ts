import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/visits.ts';

/** A special period (特殊敏感时期): from a day to a day, in an area, for patients of some bands. */
export const PERIOD_STATES = inLanguage(
  {
    proposed: '待批准',
    approved: '已批准',
    refused: '未批准',
    withdrawn: '已撤回',
    endedEarly: '提前结束',
  },
  { en: en.PERIOD_STATES },
);
export type PeriodState = keyof typeof PERIOD_STATES;

/** Where a period stands on a day. It ends by itself. */
export const PERIOD_PHASES = inLanguage(
  {
    proposed: '待另一人批准',
    ahead: '还没开始',
    running: '进行中',
    over: '已结束',
    refused: '未批准',
    withdrawn: '已撤回',
  },
  { en: en.PERIOD_PHASES },
);
export type PeriodPhase = keyof typeof PERIOD_PHASES;

/** Why a patient was in a period no longer. */
export const PERIOD_LEAVINGS = inLanguage(
  { over: '时期结束', band: '分色有变', care: '住院、外出、迁走等，走访暂停或结束' },
  { en: en.PERIOD_LEAVINGS },
);
export type PeriodLeaving = keyof typeof PERIOD_LEAVINGS;

/** How somebody was found at the roll-call (每日点名). */
export const ROLL_CALL_RESULTS = inLanguage({ seen: '见到了', phoned: '通了电话', unreachable: '联系不上' }, { en: en.ROLL_CALL_RESULTS });
export type RollCallResult = keyof typeof ROLL_CALL_RESULTS;

/** The same for the board, where somebody may not have been asked after yet. */
const NOT_YET = inLanguage({ missing: '还没点名' }, { en: en.ROLL_CALL_NOT_YET });
export const ROLL_CALL_STATES = { ...ROLL_CALL_RESULTS, ...NOT_YET };
export type RollCallState = keyof typeof ROLL_CALL_STATES;
