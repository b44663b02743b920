import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Stability } from '../policy/stability.terms.ts';
import type { RiskRating } from '../registry/risk-rating.rules.ts';
import type {
  ADHERENCES,
  ADVERSE_REACTIONS,
  CONDITIONS,
  CONFINEMENTS,
  DANGEROUS_ACTS,
  DEATH_CAUSES,
  EFFECTS,
  FATAL_ILLNESSES,
  HOSPITALISATIONS,
  INSIGHTS,
  LAB_TESTS,
  LOST_REASONS,
  MISSED_REASONS,
  REFERRALS,
  REHABILITATIONS,
  RESPONDENTS,
  SOCIAL_FUNCTIONS,
  SYMPTOMS,
  VISIT_FORMS,
  WORK_CONDITIONS,
} from './visits.terms.ts';
import type { CONTROLS, GUARDIAN_DUTIES, QUICK_CONDITIONS, SITUATIONS } from './quick-form.terms.ts';
import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/visits.ts';

/** One drug: morning, noon, evening milligrams; long-acting: every so many weeks, so many milligrams. */
export type DrugLine = {
  readonly name: string;
  readonly morningMg?: number;
  readonly noonMg?: number;
  readonly eveningMg?: number;
  readonly everyWeeks?: number;
  readonly eachMg?: number;
};

type Code<T> = keyof T;
type Missed = {
  readonly result: 'missed';
  readonly form: Code<typeof VISIT_FORMS>;
  readonly missedReason: Code<typeof MISSED_REASONS>;
  readonly note?: string;
};
type Lost = { readonly result: 'lost'; readonly lostReason: Code<typeof LOST_REASONS>; readonly note?: string };
type Deceased = {
  readonly result: 'deceased';
  readonly diedOn: CalendarDate;
  readonly deathCause: Code<typeof DEATH_CAUSES>;
  readonly fatalIllness?: Code<typeof FATAL_ILLNESSES>;
  readonly note?: string;
};
/** Outcomes in which nobody was visited; alike on every form. */
export type NotDoneRecord = Missed | Lost | Deceased;

/**
 * A visit that took place, on the national record: numbers are the form's own codes, a field that was not filled in is absent.
 * `acuteReaction` and `seriousIllness` are not on the form, but its classification asks for them.
 */
export type DoneRecord = {
  readonly result: 'done';
  readonly form: Code<typeof VISIT_FORMS>;
  readonly respondents: readonly Code<typeof RESPONDENTS>[];
  /** The highest level since the visit before. */
  readonly risk: RiskRating;
  /** Empty = none was found; absent = not filled in. */
  readonly symptoms?: readonly Code<typeof SYMPTOMS>[];
  readonly symptomOther?: string;
  readonly insight?: Code<typeof INSIGHTS>;
  readonly sleep?: Code<typeof CONDITIONS>;
  readonly appetite?: Code<typeof CONDITIONS>;
  readonly functions?: { readonly [F in Code<typeof SOCIAL_FUNCTIONS>]?: Code<typeof WORK_CONDITIONS> };
  /** Absent = not filled in; `{}` = none happened. */
  readonly dangerousActs?: { readonly [A in Code<typeof DANGEROUS_ACTS>]?: number };
  readonly confinement?: Code<typeof CONFINEMENTS>;
  readonly hospitalisation?: Code<typeof HOSPITALISATIONS>;
  readonly lastDischargedOn?: CalendarDate;
  readonly labTest?: Code<typeof LAB_TESTS>;
  readonly labTestFound?: string;
  readonly adherence?: Code<typeof ADHERENCES>;
  readonly adverseReaction?: Code<typeof ADVERSE_REACTIONS>;
  readonly adverseReactionWhat?: string;
  readonly acuteReaction?: boolean;
  readonly seriousIllness?: boolean;
  readonly effect?: Code<typeof EFFECTS>;
  readonly referral?: Code<typeof REFERRALS>;
  readonly referralReason?: string;
  readonly referralTo?: string;
  /** 用药情况: what is taken; 用药指导: what is advised from now on. */
  readonly drugs?: readonly DrugLine[];
  readonly advisedDrugs?: readonly DrugLine[];
  readonly rehabilitation?: readonly Code<typeof REHABILITATIONS>[];
  readonly rehabilitationOther?: string;
  /** 随访分类. The doctor decides; anybody else's counts when it is the more serious one. */
  readonly stability: Stability;
  /** Required when `stability` is not the proposed one. */
  readonly overrideReason?: string;
  /** 下次随访日期 when sooner than the rule's. */
  readonly nextDueOn?: CalendarDate;
  readonly note?: string;
};
export type NationalRecord = DoneRecord | NotDoneRecord;

/** A visit that took place, on the quick form. */
export type QuickDone = {
  readonly result: 'done';
  readonly form: Code<typeof VISIT_FORMS>;
  readonly respondents: readonly Code<typeof RESPONDENTS>[];
  readonly situation: Code<typeof SITUATIONS>;
  readonly condition: Code<typeof QUICK_CONDITIONS>;
  readonly adherence: Code<typeof ADHERENCES>;
  readonly guardianship: Code<typeof GUARDIAN_DUTIES>;
  readonly control: Code<typeof CONTROLS>;
  readonly risk?: RiskRating;
  readonly confinement?: Code<typeof CONFINEMENTS>;
  readonly note?: string;
};
export type QuickRecord = QuickDone | NotDoneRecord;

/** Which form a visit was recorded on. */
export const RECORD_FORMS = inLanguage({ national: '随访服务记录表', quick: '网格员快速记录' }, { en: en.RECORD_FORMS });
export type RecordForm = keyof typeof RECORD_FORMS;
export const RECORD_FORM_KEYS = ['national', 'quick'] as const satisfies readonly RecordForm[];
