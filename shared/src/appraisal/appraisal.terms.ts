import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/appraisal.ts';

/** The guardian's duties under the agreement, each a clause that can be found met or breached. Source: agreement skeleton, duties. */
export const DUTY_CLAUSES = inLanguage(
  {
    medication: '督促按时服药',
    observation: '每天看护，记好监护手册',
    reporting: '病情波动、走失、伤人自伤及时报告',
    visits: '配合上门随访',
    treatment: '协助送医和接回',
    rehabilitation: '协助参加康复',
    noAbuse: '不虐待、不遗弃、不关锁',
  },
  { en: en.DUTY_CLAUSES },
);
export type DutyClause = keyof typeof DUTY_CLAUSES;
export const DUTY_CLAUSE_CODES = Object.keys(DUTY_CLAUSES) as [DutyClause, ...DutyClause[]];

/** The life of an appraisal 履责认定. */
export const APPRAISAL_STATES = inLanguage(
  {
    gathering: '收集中',
    proposed: '待两人认定',
    decided: '已认定，异议期内',
    objected: '有异议，核实中',
    answered: '异议已答复',
    final: '已生效',
  },
  { en: en.APPRAISAL_STATES },
);
export type AppraisalState = keyof typeof APPRAISAL_STATES;
export const APPRAISAL_STATE_CODES = Object.keys(APPRAISAL_STATES) as [AppraisalState, ...AppraisalState[]];

export const APPRAISAL_OUTCOMES = inLanguage({ full: '全额', partial: '部分', zero: '不发' }, { en: en.APPRAISAL_OUTCOMES });
export type AppraisalOutcome = keyof typeof APPRAISAL_OUTCOMES;

/** What the software proposes: pay in full, or have people look. It never proposes a deduction. */
export const PROPOSALS = inLanguage({ full: '建议全额', review: '需人工核实' }, { en: en.PROPOSALS });
export type ProposalOutcome = keyof typeof PROPOSALS;

/** Who brought an objection: the guardian, or the village for a guardian who asked it to. */
export const OBJECTION_WAYS = inLanguage({ self: '监护人本人', village: '村里代监护人提出' }, { en: en.OBJECTION_WAYS });
export type ObjectionWay = keyof typeof OBJECTION_WAYS;

/** Who answers it; whoever is not satisfied, or not answered in time, goes to the next. */
export const OBJECTION_LEVELS = inLanguage({ township: '乡镇', county: '县级' }, { en: en.OBJECTION_LEVELS });
export type ObjectionLevel = keyof typeof OBJECTION_LEVELS;

/** `passed`: nobody answered in time, so that the next level does. */
export const OBJECTION_STATES = inLanguage(
  {
    open: '核实中',
    upheld: '支持，重新认定',
    refused: '维持原认定',
    passed: '超期未答复，已转上级',
  },
  { en: en.OBJECTION_STATES },
);
export type ObjectionState = keyof typeof OBJECTION_STATES;

export const OBJECTION_OUTCOMES = inLanguage({ upheld: '支持异议，重新认定', refused: '维持原认定' }, { en: en.OBJECTION_OUTCOMES });
export type ObjectionOutcome = keyof typeof OBJECTION_OUTCOMES;

/** The rest of a year that two people stop. */
export const YEAR_STOP_STATES = inLanguage(
  { proposed: '待第二人同意', decided: '已停发', withdrawn: '未停发' },
  { en: en.YEAR_STOP_STATES },
);
export type YearStopState = keyof typeof YEAR_STOP_STATES;
