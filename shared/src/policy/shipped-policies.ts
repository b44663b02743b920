import { SHIPPED_VISIT_FORM, SHIPPED_VISIT_WORK } from './visit-work.shipped.ts';
import type { AssessmentPolicy, IncidentPolicy, Policy, PolicyKind, PolicyOf, VisitPolicy } from './policy.terms.ts';
import { SHIPPED_INDICATORS } from './indicator-policy.terms.ts';
import { SHIPPED_HANDLING } from './handling.shipped.ts';
import { SHIPPED_RELIEF } from './relief-policy.shipped.ts';
import { SHIPPED_CALENDAR } from './shipped-calendar.ts';
import { SHIPPED_EXCHANGE } from './exchange-policy.terms.ts';
import { SHIPPED_SPECIAL_PERIOD } from './special-period-policy.terms.ts';

/** The national norm alone: the doctor, by class. */
const NATIONAL: VisitPolicy = {
  kind: 'visit',
  bands: [
    { key: 'unstable', label: '不稳定', colour: 'none', riskAtLeast: 3, stability: 'unstable', intervalDays: { doctor: 14 } },
    { key: 'basicStable', label: '基本稳定', colour: 'none', riskAtLeast: 1, stability: 'basicStable', intervalDays: { doctor: 30 } },
    { key: 'stable', label: '稳定', colour: 'none', intervalDays: { doctor: 90 } },
  ],
  graceDays: 0,
  horizonDays: 7,
};

/** Four colours: red 4–5 or an incident within 12 months, orange 3, yellow 1–2, green 0. */
const FOUR_COLOURS: VisitPolicy = {
  kind: 'visit',
  bands: [
    {
      key: 'red',
      label: '红色',
      colour: 'red',
      riskAtLeast: 4,
      incidentWithinMonths: 12,
      intervalDays: { doctor: 14, lead: 7, police: 7, gridWorker: 3 },
    },
    { key: 'orange', label: '橙色', colour: 'orange', riskAtLeast: 3, intervalDays: { doctor: 14, lead: 14, police: 14, gridWorker: 7 } },
    { key: 'yellow', label: '黄色', colour: 'yellow', riskAtLeast: 1, intervalDays: { doctor: 30, lead: 30, police: 30, gridWorker: 14 } },
    { key: 'green', label: '绿色', colour: 'green', intervalDays: { doctor: 90, lead: 90, gridWorker: 30 } },
  ],
  graceDays: 0,
  horizonDays: 7,
};

/** Three colours: red 3 and above or unstable, yellow 1–2, green 0. */
const THREE_COLOURS: VisitPolicy = {
  kind: 'visit',
  bands: [
    {
      key: 'red',
      label: '红色',
      colour: 'red',
      riskAtLeast: 3,
      stability: 'unstable',
      intervalDays: { doctor: 14, lead: 14, police: 14, gridWorker: 7 },
    },
    { key: 'yellow', label: '黄色', colour: 'yellow', riskAtLeast: 1, intervalDays: { doctor: 30, lead: 30, police: 30, gridWorker: 14 } },
    { key: 'green', label: '绿色', colour: 'green', intervalDays: { doctor: 90, lead: 90, gridWorker: 30 } },
  ],
  graceDays: 0,
  horizonDays: 7,
};

/** The visit policies that a county can start from. */
export const SHIPPED_VISIT_POLICIES = {
  national: { label: '国家规范', policy: NATIONAL },
  fourColours: { label: '红橙黄绿四色', policy: FOUR_COLOURS },
  threeColours: { label: '红黄绿三色', policy: THREE_COLOURS },
} as const;

/** The longest cycles that are allowed: an exam once a year. */
const YEARLY_EXAM: AssessmentPolicy = {
  kind: 'assessment',
  reviewMonths: { stable: 6, others: 3 },
  examMonths: 12,
  graceDays: 0,
  horizonDays: 14,
};

/** The cycles that a county can start from. */
export const SHIPPED_ASSESSMENT_POLICIES = {
  national: { label: '国家规范（每年体检一次）', policy: YEARLY_EXAM },
  halfYearly: { label: '每半年体检一次', policy: { ...YEARLY_EXAM, examMonths: 6 } },
} as const;

/** Everybody is told who could be there soon; the office and the team lead always (the duty to report to both). */
const INCIDENT: IncidentPolicy = {
  kind: 'incident',
  told: {
    fluctuation: ['lead', 'socialAffairsOffice', 'doctor', 'gridWorker', 'onDuty'],
    threat: ['lead', 'socialAffairsOffice', 'police', 'doctor', 'gridWorker', 'onDuty'],
    smashing: ['lead', 'socialAffairsOffice', 'police', 'doctor', 'securityOfficer', 'gridWorker', 'onDuty'],
    selfHarm: ['lead', 'socialAffairsOffice', 'doctor', 'police', 'gridWorker', 'onDuty'],
    harmToOthers: ['police', 'lead', 'socialAffairsOffice', 'doctor', 'securityOfficer', 'gridWorker', 'onDuty'],
    // Police and political-legal committee help to search: told at once, and in writing afterwards.
    missing: ['police', 'politicalLegalCommittee', 'lead', 'socialAffairsOffice', 'securityOfficer', 'gridWorker', 'onDuty'],
    other: ['lead', 'socialAffairsOffice', 'doctor', 'gridWorker', 'onDuty'],
  },
  joinMinutes: 30,
  escalateMinutes: 15,
  escalateTo: ['townshipLead', 'police', 'securityOfficer'],
  mostRounds: 4,
  clueDays: 90,
};

/** What holds in a county that has set nothing. */
export const SHIPPED_POLICIES: { readonly [K in PolicyKind]: PolicyOf[K] } = {
  visit: NATIONAL,
  visitForm: SHIPPED_VISIT_FORM,
  visitWork: SHIPPED_VISIT_WORK,
  specialPeriod: SHIPPED_SPECIAL_PERIOD,
  assessment: YEARLY_EXAM,
  caseTeam: { kind: 'caseTeam', formWithinDays: 14, reviewWithinMonths: 3 },
  medication: {
    kind: 'medication',
    answerDaysBack: 2,
    askAfterDays: 2,
    silentDays: 3,
    doctorAsksAfterDays: 2,
    windowDays: 28,
    windowLeastDays: 7,
    regularPercent: 75,
    refillLeadDays: 7,
    injectionHorizonDays: 7,
    injectionGraceDays: 3,
    injectionSeats: ['doctor', 'rehabCoordinator'],
  },
  incident: INCIDENT,
  handling: SHIPPED_HANDLING,
  reminder: {
    kind: 'reminder',
    quietFrom: '21:00',
    quietUntil: '07:00',
    medicationAt: '18:00',
    visitAt: '08:00',
    againAt: '14:00',
    smsFor: ['medication', 'overdue', 'incident', 'help', 'checkOut', 'payout', 'review', 'funds'],
    callAgainDays: 7,
    leadAfterDays: 1,
    officeAfterDays: 3,
    snoozeMostHours: 24,
    pauseMostDays: 14,
  },
  message: { kind: 'message', what: {} },
  calendar: SHIPPED_CALENDAR,
  // The stricter of the sources: one says quarterly, one once or twice a year.
  meeting: { kind: 'meeting', timesAYear: 4, remindDays: 30 },
  guidance: { kind: 'guidance', timesAYear: 2, remindDays: 60 },
  screening: { kind: 'screening', checkDays: 7, reviewDays: 30, endedClueDays: 30, roundDays: 45, noticeTeamDays: 3, noticeVisitDays: 7 },
  // No source names them but the three days of the review; fifteen working days is what offices promise for applications of citizens.
  rights: {
    kind: 'rights',
    answerWorkingDays: 15,
    breakGlassMinutes: 60,
    breakGlassReviewDays: 3,
    concernWorkingDays: 3,
    exportHours: 24,
  },
  retention: {
    kind: 'retention',
    keepDays: {
      unconfirmed: 30,
      importContents: 90,
      sessions: 200,
      keptAnswers: 30,
      changeHistory: 2190,
      messages: 200,
      promises: 90,
      handedIn: 90,
      exchangeRows: 90,
    },
    phoneHours: 72,
  },
  indicators: SHIPPED_INDICATORS,
  exchange: SHIPPED_EXCHANGE,
  payout: { kind: 'payout', billsAt: 'claim', remindAfterHours: [3, 20] },
  relief: SHIPPED_RELIEF,
  reward: {
    kind: 'reward',
    monthlyFen: 20_000,
    cycle: 'quarter',
    backdatingDays: 100,
    mostTermMonths: 12,
    objectionDays: 5,
    percent: { full: 100, partial: 50, zero: 0 },
    eligibility: {
      riskAtLeast: 3,
      pastIncident: true,
      match: 'either',
      livingTogether: true,
      excludedStates: ['deceased', 'movedOut', 'merged', 'inCustody', 'missing'],
    },
    // The village's five working days are the source's; the others are what offices promise for applications of citizens.
    application: { villageDays: 5, townshipDays: 10, countyDays: 10, objectDays: 10, answerDays: 15, renewalRemindDays: [30, 7] },
    objectionAnswerDays: 10,
    lateObjectionDays: 60,
    opinionDays: 10,
    // Ten sections: whoever is faster has turned pages.
    leastReadingSeconds: 10,
  },
} satisfies Record<PolicyKind, Policy>;
