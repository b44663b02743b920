import type { CalendarDate } from '../kernel/calendar-date.ts';
import { inLanguage } from '../kernel/language.ts';
import type { PatientState } from '../registry/registry.terms.ts';
import type { RiskRating } from '../registry/risk-rating.rules.ts';
import type { Purpose } from '../reminders/reminders.terms.ts';
import type { IndicatorPolicy } from './indicator-policy.terms.ts';
import type { ExchangePolicy } from './exchange-policy.terms.ts';
import type { HandlingStep } from './handling.terms.ts';
import type { ReliefPolicy } from './relief-policy.terms.ts';
import type { SpecialPeriodPolicy } from './special-period-policy.terms.ts';
import type { Stability } from './stability.terms.ts';
import type { VisitFormPolicy, VisitWorkPolicy } from './visit-work.terms.ts';
import * as en from '../words/en/policy.ts';

/** What a county may set, each with an effective date. A policy that was never set is the shipped one. */
export const POLICY_KINDS = inLanguage(
  {
    visit: '随访周期与分色',
    visitForm: '随访记录增加的项目',
    visitWork: '随访签到与提示',
    specialPeriod: '特殊时期与每日点名',
    assessment: '评估与体检周期',
    caseTeam: '个案管理小组期限',
    medication: '服药确认',
    incident: '情况上报与通知',
    handling: '联合处置与出院、走失',
    reminder: '提醒时间',
    message: '提醒用语',
    reward: '以奖代补标准',
    payout: '补助发放',
    relief: '救助待遇',
    calendar: '工作日历',
    meeting: '联席会议周期',
    guidance: '下乡指导周期',
    screening: '排查与线索期限',
    rights: '权利申请、紧急查看与导出',
    retention: '资料保存期限',
    indicators: '指标、考核与预警',
    exchange: '月度信息交换',
  },
  { en: en.POLICY_KINDS },
);
export type PolicyKind = keyof typeof POLICY_KINDS;
export const POLICY_KIND_KEYS = [
  'visit',
  'visitForm',
  'visitWork',
  'specialPeriod',
  'assessment',
  'caseTeam',
  'medication',
  'incident',
  'handling',
  'reminder',
  'message',
  'reward',
  'payout',
  'relief',
  'calendar',
  'meeting',
  'guidance',
  'screening',
  'rights',
  'retention',
  'indicators',
  'exchange',
] as const satisfies readonly PolicyKind[];
/** Kinds that a township cannot set for itself: the state's holidays are everybody's, and so is the form that a county adds to. */
export const COUNTY_ONLY_KINDS: readonly PolicyKind[] = ['calendar', 'visitForm', 'rights', 'retention', 'indicators'];

/** Seats of a patient's team that visit by an interval; `lead` stands for the village's joint team. */
export const VISITING_SEATS = ['doctor', 'lead', 'police', 'gridWorker'] as const;
export type VisitingSeat = (typeof VISITING_SEATS)[number];

export const BAND_COLOURS = ['red', 'orange', 'yellow', 'green', 'none'] as const;
export type BandColour = (typeof BAND_COLOURS)[number];

/** One band. A patient belongs to the first band of the list of whose conditions *any* holds; a band without conditions takes the rest. */
export type BandRule = {
  readonly key: string;
  readonly label: string;
  readonly colour: BandColour;
  readonly riskAtLeast?: RiskRating | undefined;
  readonly stability?: Stability | undefined;
  readonly incidentWithinMonths?: number | undefined;
  /** Days between two visits, by seat; a seat that is absent does not visit this band. */
  readonly intervalDays: { readonly [S in VisitingSeat]?: number | undefined };
};

export type VisitPolicy = {
  readonly kind: 'visit';
  /** Most serious first; the last one has no conditions. */
  readonly bands: readonly BandRule[];
  /** Days after the due day before a visit counts as overdue. */
  readonly graceDays: number;
  /** How many days ahead a visit appears in the agenda. */
  readonly horizonDays: number;
};

/** How often risk and diagnosis are reviewed and health is examined. */
export type AssessmentPolicy = {
  readonly kind: 'assessment';
  /** Months between two reviews: of stable patients, and of all others, those without a class among them. */
  readonly reviewMonths: { readonly stable: number; readonly others: number };
  /** Months between two health exams. */
  readonly examMonths: number;
  /** Days after the due day before it counts as overdue. */
  readonly graceDays: number;
  /** How many days ahead it appears in the agenda. */
  readonly horizonDays: number;
};

/** Until when a case team stands and is looked at again. No source names either; the norm gives an unstable patient two weeks. */
export type CaseTeamPolicy = {
  readonly kind: 'caseTeam';
  /** Days in which a proposed team is formed. */
  readonly formWithinDays: number;
  /** A review is at most so many months after the one before: no longer than the longest national interval between visits. */
  readonly reviewWithinMonths: number;
};

export type MedicationPolicy = {
  readonly kind: 'medication';
  /** How many days back a guardian may still answer: 1 = yesterday. */
  readonly answerDaysBack: number;
  /** Days in a row without an answer after which the family is asked once more, kindly. */
  readonly askAfterDays: number;
  /** Days in a row without an answer after which the grid worker telephones. */
  readonly silentDays: number;
  /** Days in a row on which medicine was not taken, or disagreed with the patient, after which the doctor asks. */
  readonly doctorAsksAfterDays: number;
  /** Regularity is judged by so many days before today; with fewer ordered days among them than `windowLeastDays` by nothing. */
  readonly windowDays: number;
  readonly windowLeastDays: number;
  /** Percent of the ordered days on which medicine must be taken to be called regular. */
  readonly regularPercent: number;
  /** How many days before medicine runs out somebody fetches more. */
  readonly refillLeadDays: number;
  /** How many days ahead an injection appears in the agenda, and how many days after its day it is late. */
  readonly injectionHorizonDays: number;
  readonly injectionGraceDays: number;
  /** Who is asked to give long-acting injections: the first of these seats that is held. What was given is written down by whoever was there. */
  readonly injectionSeats: readonly InjectionSeat[];
};

/** Seats that can be trusted with an injection. A village doctor has no seat of the eight and gives them from the doctor's. */
export const INJECTION_SEATS = inLanguage(
  { doctor: '医生岗位（精防医生或村医）', rehabCoordinator: '康复协调员' },
  { en: en.INJECTION_SEATS },
);
type InjectionSeat = keyof typeof INJECTION_SEATS;
export const INJECTION_SEAT_KEYS = ['doctor', 'rehabCoordinator'] as const satisfies readonly InjectionSeat[];

/** Whom an incident can be told to: a seat of the patient's team, an office of the township, or whoever is on duty for crises just then. */
export const INCIDENT_POSTS = [
  'lead',
  'police',
  'doctor',
  'securityOfficer',
  'gridWorker',
  'socialAffairsOffice',
  'townshipLead',
  'politicalLegalCommittee',
  'onDuty',
] as const;
export type IncidentPost = (typeof INCIDENT_POSTS)[number];

export const INCIDENT_KINDS = inLanguage(
  {
    fluctuation: '病情有波动',
    threat: '吵闹、威胁',
    smashing: '砸东西',
    selfHarm: '伤害自己',
    harmToOthers: '伤害别人',
    missing: '走出去不见了',
    other: '别的情况',
  },
  { en: en.INCIDENT_KINDS },
);
export type IncidentKind = keyof typeof INCIDENT_KINDS;
export const INCIDENT_KIND_KEYS = [
  'fluctuation',
  'threat',
  'smashing',
  'selfHarm',
  'harmToOthers',
  'missing',
  'other',
] as const satisfies readonly IncidentKind[];

export type IncidentPolicy = {
  readonly kind: 'incident';
  readonly told: { readonly [K in IncidentKind]: readonly IncidentPost[] };
  /** Reports of one patient that happened within so many minutes of each other are one incident. */
  readonly joinMinutes: number;
  /** When nobody has acknowledged after so many minutes, the next posts are told. */
  readonly escalateMinutes: number;
  readonly escalateTo: readonly IncidentPost[];
  /**
   * How many rounds of telling there are at most: the first, the next posts, and from the third on everybody once more who was told and
   * has not acknowledged.
   */
  readonly mostRounds: number;
  /** A clue about somebody without a file is kept with its words for so many days; then they are erased. */
  readonly clueDays: number;
};

/** How incidents are handled together, and what follows afterwards. Only the 24 hours are named by a source; the rest a county sets. */
export type HandlingPolicy = {
  readonly kind: 'handling';
  /** Kinds of incident for which a handling begins with the first report; for the others somebody begins it. */
  readonly opensFor: readonly IncidentKind[];
  /** Whose each step is, and how many minutes after the first report it should be answered. */
  readonly steps: { readonly [S in HandlingStep]: { readonly owner: IncidentPost; readonly minutes: number } };
  /** Hours after the first report within which the record is finished. */
  readonly recordHours: number;
  /** The hospitals to which the county has patients taken (定点医院), by name; none: it has not named any. */
  readonly hospitals: readonly string[];
  /** After the scene somebody looks every so many hours, until so many looks in a row found the patient stable. */
  readonly observeEveryHours: number;
  readonly observeUntilStable: number;
  /** Days after a discharge within which the doctor confirms to have received it, and within which the first visit is. */
  readonly receiptDays: number;
  readonly firstVisitDays: number;
  /** Days within which somebody who was missing is visited. */
  readonly foundVisitDays: number;
  /** A death so many days after an incident is looked back at: whether one led to the other is for people to say. */
  readonly deathWithinDays: number;
  /** How many days before it happened a backward review goes back, unless somebody says otherwise. */
  readonly lookBackDays: number;
};

export type ReminderPolicy = {
  readonly kind: 'reminder';
  /** 'HH:MM' in China; messages wait until `quietUntil`. Incidents do not wait. */
  readonly quietFrom: string;
  readonly quietUntil: string;
  /** When today's medicine is reminded of. */
  readonly medicationAt: string;
  /** When a person is told, in one message, of everything else that is theirs today; what came later in the day is told at `againAt`. */
  readonly visitAt: string;
  readonly againAt: string;
  /** What a text message is spent on when WeChat cannot deliver. */
  readonly smsFor: readonly Purpose[];
  /** A family that was telephoned because no message reached it is left in peace for so many days. */
  readonly callAgainDays: number;
  /** So many days after its last day in time, a task that nobody did is told to the village lead; and then to the office. */
  readonly leadAfterDays: number;
  readonly officeAfterDays: number;
  /** The longest that a reminder can be put off, in hours, and a task be paused, in days. */
  readonly snoozeMostHours: number;
  readonly pauseMostDays: number;
};

/** What a message says of each purpose instead of the shipped words. Discreet: a lock screen is read by anybody. */
export type MessagePolicy = { readonly kind: 'message'; readonly what: { readonly [P in Purpose]?: string } };

/** Days off that fall on no weekend or change one, as the state's notice of each year names them. */
export type CalendarYear = {
  readonly year: number;
  readonly holidays: readonly CalendarDate[];
  /** Weekend days on which offices work instead. */
  readonly workdays: readonly CalendarDate[];
};
export type CalendarPolicy = { readonly kind: 'calendar'; readonly years: readonly CalendarYear[] };

/** How fast the rights of the people whose data are kept are answered, and how short exceptions last. */
export type RightsPolicy = {
  readonly kind: 'rights';
  /** Working days within which a request is answered, and again when the county looks at it. */
  readonly answerWorkingDays: number;
  /** Minutes that an emergency opening of a file lasts. */
  readonly breakGlassMinutes: number;
  /** Days within which another person says whether its reason holds. */
  readonly breakGlassReviewDays: number;
  /** Working days within which an office looks into what is suspected of a family. */
  readonly concernWorkingDays: number;
  /** Hours that an approved export can be downloaded. */
  readonly exportHours: number;
};

/** What the software erases by itself, and after how many days. */
export const RETENTION_KEYS = [
  'unconfirmed',
  'importContents',
  'sessions',
  'keptAnswers',
  'changeHistory',
  'messages',
  'promises',
  'handedIn',
  'exchangeRows',
] as const;
export type RetentionKey = (typeof RETENTION_KEYS)[number];
export type RetentionPolicy = {
  readonly kind: 'retention';
  readonly keepDays: { readonly [K in RetentionKey]: number };
  /** Hours without contact after which a phone erases what it keeps of patients. */
  readonly phoneHours: number;
};

export const REWARD_CYCLES = inLanguage({ month: '每月', quarter: '每季度', halfYear: '每半年', year: '每年' }, { en: en.REWARD_CYCLES });
export type RewardCycle = keyof typeof REWARD_CYCLES;

export type RewardPolicy = {
  readonly kind: 'reward';
  readonly monthlyFen: number;
  /** The most that one agreement may earn; without it the monthly amount alone rules. */
  readonly capFen?: number | undefined;
  readonly cycle: RewardCycle;
  /** How far back an agreement may begin, so that a township can sign for the running period. */
  readonly backdatingDays: number;
  /** The longest term of an agreement. */
  readonly mostTermMonths: number;
  /** Days in which a guardian may object to a deduction before it takes effect. */
  readonly objectionDays: number;
  /** Percent of a period's amount by what the appraisal finds. */
  readonly percent: { readonly full: number; readonly partial: number; readonly zero: number };
  /** What is looked at when a family applies. Nothing is refused by it: a person decides. */
  readonly eligibility: {
    readonly riskAtLeast: RiskRating;
    /** Whether a past incident counts, and whether it must come together with the rating or either is enough. */
    readonly pastIncident: boolean;
    readonly match: 'either' | 'both';
    /** A guardian of the family lives with the patient. */
    readonly livingTogether: boolean;
    /** Lives for which nothing is paid. */
    readonly excludedStates: readonly PatientState[];
  };
  /** How long each level has for an application, and a family to object: working days. */
  readonly application: {
    readonly villageDays: number;
    readonly townshipDays: number;
    readonly countyDays: number;
    readonly objectDays: number;
    readonly answerDays: number;
    /** So many days before an agreement ends, the family and the office are told. */
    readonly renewalRemindDays: readonly number[];
  };
  /** Standard of class II, for whom either holds; without it everybody has the one of class I. */
  readonly classTwo?: { readonly monthlyFen: number; readonly riskAtLeast: RiskRating; readonly pastIncident: boolean } | undefined;
  /** Working days within which an objection is answered, at each level. */
  readonly objectionAnswerDays: number;
  /** Days after a deduction took effect in which an objection can still lead to a supplement; 0: none. */
  readonly lateObjectionDays: number;
  /** Days after a period's end, or an objection that was upheld, within which the team gives its opinions. */
  readonly opinionDays: number;
  /** Seconds between the text being handed to a phone and its signature: nobody reads it faster. */
  readonly leastReadingSeconds: number;
  /**
   * Whether two people may stop the rest of a year when duty failed and the patient's conduct came under public-security or criminal law.
   * Found in one place; off unless the county wants it. Afterwards an application within so many months is marked for the reviewers.
   */
  readonly yearStop?: { readonly againAfterMonths: number } | undefined;
};

/** How approved money reaches people. */
export type PayoutPolicy = {
  readonly kind: 'payout';
  /** When a WeChat bill is made: when the guardian taps, so that no deadline runs before; or for all when the batch is released. */
  readonly billsAt: 'claim' | 'release';
  /** So many hours after a bill was made, whoever has not confirmed it is reminded; the platform closes it after 24. */
  readonly remindAfterHours: readonly number[];
};

/** Something that is held once in every part of the year. */
export type Cycle = {
  readonly timesAYear: 1 | 2 | 4;
  /** How many days before the end of its part of the year somebody is reminded of what was not held. */
  readonly remindDays: number;
};

/** How often the comprehensive group of a township meets: quarterly, or once or twice a year. */
export type MeetingPolicy = Cycle & { readonly kind: 'meeting' };

/** How often a doctor comes to a township to guide those who work there. No source says how often; a county sets it. */
export type GuidancePolicy = Cycle & { readonly kind: 'guidance' };

/** How long the steps of a screening take, and how long what was told of somebody is kept. No source names them; a county sets them. */
export type ScreeningPolicy = {
  readonly kind: 'screening';
  /** Days within which a clue is checked, and within which a psychiatrist has looked at the person. */
  readonly checkDays: number;
  readonly reviewDays: number;
  /** A clue that ended is kept with its words for so many days; then they are erased. */
  readonly endedClueDays: number;
  /** Days that a village has to answer the half-year's round. */
  readonly roundDays: number;
  /** Days after a notice of release within which the team stands, and within which the first visit is. */
  readonly noticeTeamDays: number;
  readonly noticeVisitDays: number;
};

export type PolicyOf = {
  visit: VisitPolicy;
  visitForm: VisitFormPolicy;
  visitWork: VisitWorkPolicy;
  specialPeriod: SpecialPeriodPolicy;
  assessment: AssessmentPolicy;
  caseTeam: CaseTeamPolicy;
  medication: MedicationPolicy;
  incident: IncidentPolicy;
  handling: HandlingPolicy;
  reminder: ReminderPolicy;
  message: MessagePolicy;
  reward: RewardPolicy;
  payout: PayoutPolicy;
  relief: ReliefPolicy;
  calendar: CalendarPolicy;
  meeting: MeetingPolicy;
  guidance: GuidancePolicy;
  screening: ScreeningPolicy;
  rights: RightsPolicy;
  retention: RetentionPolicy;
  indicators: IndicatorPolicy;
  exchange: ExchangePolicy;
};
export type Policy = PolicyOf[PolicyKind];
