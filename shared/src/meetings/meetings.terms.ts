import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/meetings.ts';

/** A meeting that the cycle asks for, or one that was called for a reason. */
export const MEETING_KINDS = inLanguage({ regular: '例会', special: '临时会议' }, { en: en.MEETING_KINDS });
export type MeetingKind = keyof typeof MEETING_KINDS;

export const MEETING_STATES = inLanguage(
  {
    planned: '待召开',
    drafting: '起草纪要',
    countersigning: '会签中',
    issued: '已印发',
    cancelled: '已取消',
  },
  { en: en.MEETING_STATES },
);
export type MeetingState = keyof typeof MEETING_STATES;

/** What a topic of the agenda came from; each is counted by the software. */
export const MATTER_SOURCES = inLanguage(
  {
    decisions: '上次决定没办完',
    overdue: '超期的工作',
    incidents: '发生的情况',
    bandsUp: '分色升高',
    vacancies: '岗位空缺',
    objections: '没答复的异议',
  },
  { en: en.MATTER_SOURCES },
);
export type MatterSource = keyof typeof MATTER_SOURCES;
export const MATTER_SOURCE_KEYS = [
  'decisions',
  'overdue',
  'incidents',
  'bandsUp',
  'vacancies',
  'objections',
] as const satisfies readonly MatterSource[];

/** How a member unit stands to the minutes. */
export const STANDS = inLanguage({ agree: '同意', object: '不同意' }, { en: en.STANDS });
export type Stand = keyof typeof STANDS;

export const DECISION_STATES = inLanguage({ open: '在办', done: '已办结' }, { en: en.DECISION_STATES });
export type DecisionState = keyof typeof DECISION_STATES;
