import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/rehabilitation.ts';

/** What a programme of community rehabilitation practises. Source: self-care, home life, contact and work skills of the county's duty list. */
export const REHAB_KINDS = inLanguage(
  { selfCare: '生活自理', homeLife: '家务劳动', contact: '人际交往', work: '职业技能' },
  { en: en.REHAB_KINDS },
);
export type RehabKind = keyof typeof REHAB_KINDS;

/** From where somebody came into a programme. */
export const REHAB_ORIGINS = inLanguage(
  { hospital: '出院衔接', referral: '医生转介', family: '家属申请', team: '小组推荐' },
  { en: en.REHAB_ORIGINS },
);
export type RehabOrigin = keyof typeof REHAB_ORIGINS;

/** Why somebody left it. */
export const REHAB_ENDS = inLanguage(
  {
    home: '转为家庭康复',
    employed: '就业了',
    hospital: '再次住院',
    moved: '迁走了',
    unwilling: '本人或家属不愿继续',
    over: '项目结束',
  },
  { en: en.REHAB_ENDS },
);
export type RehabEnd = keyof typeof REHAB_ENDS;

export const EMPLOYMENT_KINDS = inLanguage(
  {
    farming: '务农',
    assisted: '辅助性就业',
    company: '单位就业',
    welfare: '公益性岗位',
    own: '自己经营',
  },
  { en: en.EMPLOYMENT_KINDS },
);
export type EmploymentKind = keyof typeof EMPLOYMENT_KINDS;

/** How long somebody who came home from hospital is looked at for a programme, days. */
export const COMING_HOME_DAYS = 90;
