import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/screening.ts';

/** Where a clue about somebody without a file stands, and how it ended. */
export const CLUE_STATES = inLanguage(
  {
    open: '待核对',
    toReview: '待诊断复核',
    registered: '已建档',
    known: '已有档案',
    duplicate: '与另一条线索是同一人',
    notConfirmed: '复核未确认，已结案',
    withdrawn: '不是线索，已结案',
  },
  { en: en.CLUE_STATES },
);
export type ClueState = keyof typeof CLUE_STATES;
/** Nothing more happens to it but that its words are erased. */
export const isEnded = (state: ClueState): boolean => state !== 'open' && state !== 'toReview';

/** What whoever handed it in is told: how far it has got, and nothing of what was found. */
export const REPORTER_STATES = inLanguage(
  { waiting: '等镇里核对', goesOn: '核对过了，正在办', ended: '办完了' },
  { en: en.REPORTER_STATES },
);
export type ReporterState = keyof typeof REPORTER_STATES;

/** Through whom it came. */
export const CLUE_SOURCES = inLanguage(
  {
    visit: '入户走访',
    public: '群众反映',
    family: '家属提出',
    institution: '医院、福利、救助等机构',
    department: '公安、司法、民政等部门',
    incident: '情况上报',
  },
  { en: en.CLUE_SOURCES },
);
export type ClueSource = keyof typeof CLUE_SOURCES;
/** What a person can say of it; `incident` is written by the software alone. */
export const TOLD_SOURCES = ['visit', 'public', 'family', 'institution', 'department'] as const satisfies readonly ClueSource[];
export type ToldSource = (typeof TOLD_SOURCES)[number];

/** Where the person is, as the status lists of a screening have it. Source: the screening campaign's own lists. */
export const WHEREABOUTS = inLanguage(
  {
    atHome: '在家（上学、上班、休养）',
    inInstitution: '在医院或机构',
    inCustody: '羁押或服刑',
    compulsoryDrugRehab: '强制隔离戒毒',
    compulsoryMedical: '强制医疗',
    homeless: '流浪在外',
    unknown: '下落不明',
  },
  { en: en.WHEREABOUTS },
);
export type Whereabouts = keyof typeof WHEREABOUTS;

/** What the psychiatrist found. Only a psychiatrist diagnoses (Mental Health Law, Art. 29). */
export const FINDINGS = inLanguage(
  {
    confirmed: '确诊，登记建档',
    suspected: '还不能确诊，按疑似建档',
    notConfirmed: '不是，结案',
  },
  { en: en.FINDINGS },
);
export type Finding = keyof typeof FINDINGS;

/** Why somebody looks at who told: one of these, each time. */
export const INFORMANT_REASONS = inLanguage(
  {
    askMore: '核实情况',
    findPerson: '找不到当事人，请知情人带路',
    safety: '关系到知情人的安全',
  },
  { en: en.INFORMANT_REASONS },
);
export type InformantReason = keyof typeof INFORMANT_REASONS;
