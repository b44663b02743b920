import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/visits.ts';

/** What is to be put right for a patient: found confined at a visit. */
export const ALERT_STATES = inLanguage({ open: '待处理', closed: '已处理' }, { en: en.ALERT_STATES });
export type AlertState = keyof typeof ALERT_STATES;

/** How a rights alert ended. */
export const ALERT_OUTCOMES = inLanguage({ unlocked: '已解锁，并安排治疗', notConfined: '核实后没有关锁' }, { en: en.ALERT_OUTCOMES });
export type AlertOutcome = keyof typeof ALERT_OUTCOMES;
export const ALERT_OUTCOME_KEYS = ['unlocked', 'notConfined'] as const satisfies readonly AlertOutcome[];

/** What somebody suspects of a patient's family or guardian. Neither they nor anyone who acts for them ever learns of the report. */
export const CONCERN_KINDS = inLanguage(
  {
    abuse: '怀疑被虐待',
    abandonment: '怀疑被遗弃',
    moneyTaken: '怀疑钱物被侵占',
    other: '其他侵害权益的情况',
  },
  { en: en.CONCERN_KINDS },
);
export type ConcernKind = keyof typeof CONCERN_KINDS;
export const CONCERN_KIND_KEYS = ['abuse', 'abandonment', 'moneyTaken', 'other'] as const satisfies readonly ConcernKind[];
export const CONCERN_STATES = inLanguage({ open: '待核查', closed: '已办结' }, { en: en.CONCERN_STATES });
export type ConcernState = keyof typeof CONCERN_STATES;

/** What became of an unstable patient within two weeks. */
export const OUTCOMES = inLanguage(
  {
    admitted: '已住院',
    treated: '门诊处理，没有住院',
    refused: '本人或家属不肯去',
    notArranged: '还没有安排上',
  },
  { en: en.OUTCOMES },
);
export type Outcome = keyof typeof OUTCOMES;
export const OUTCOME_KEYS = ['admitted', 'treated', 'refused', 'notArranged'] as const satisfies readonly Outcome[];

/** Whether somebody who was named as present was there. */
export const PRESENCE_STATES = inLanguage(
  { named: '待本人确认', confirmed: '已确认到场', disputed: '本人说没有到场' },
  { en: en.PRESENCE_STATES },
);
export type PresenceState = keyof typeof PRESENCE_STATES;
export const PRESENCE_STATE_KEYS = ['named', 'confirmed', 'disputed'] as const satisfies readonly PresenceState[];

/** Life of the written report on a patient who was lost to follow-up (YM-01). */
export const LOST_REPORT_STATES = inLanguage(
  { draft: '待发出', issued: '已发出', void: '人有了下落，没有发出' },
  { en: en.LOST_REPORT_STATES },
);
export type LostReportState = keyof typeof LOST_REPORT_STATES;
