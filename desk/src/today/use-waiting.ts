import { listBindingClashes } from '@guanhu/shared/access/access.routes';
import { CLASH_KINDS } from '@guanhu/shared/access/access.terms';
import { listTodaysTasks } from '@guanhu/shared/agenda/agenda.routes';
import { CALL_REASONS, TASK_KINDS } from '@guanhu/shared/agenda/agenda.terms';
import { isNamed, isOfOffice } from '@guanhu/shared/agenda/office.rules';
import { listAgreements } from '@guanhu/shared/agreements/agreements.routes';
import { listApplications } from '@guanhu/shared/agreements/application.routes';
import { APPLICATION_STATES } from '@guanhu/shared/agreements/application.terms';
import { listAppraisals } from '@guanhu/shared/appraisal/appraisal.routes';
import { listObjections } from '@guanhu/shared/appraisal/objections.routes';
import { OBJECTION_LEVELS, PROPOSALS } from '@guanhu/shared/appraisal/appraisal.terms';
import { listDueAssessments } from '@guanhu/shared/assessment/assessment.routes';
import { CYCLES, CYCLE_STATES } from '@guanhu/shared/assessment/assessment.terms';
import { listBandProposals } from '@guanhu/shared/assessment/band-proposal.routes';
import { listOpenings } from '@guanhu/shared/care-team/break-glass.routes';
import { listCaseTeams } from '@guanhu/shared/care-team/case-team.routes';
import { CASE_REASONS } from '@guanhu/shared/care-team/case-team.terms';
import { listHandovers } from '@guanhu/shared/care-team/handover.routes';
import { listIncidents } from '@guanhu/shared/incidents/incidents.routes';
import { INCIDENT_KINDS } from '@guanhu/shared/incidents/incidents.terms';
import { listImports } from '@guanhu/shared/intake/intake.routes';
import { sum, yuanGrouped, type Fen } from '@guanhu/shared/kernel/fen';
import { listBatches, listEntitlements, readFunds } from '@guanhu/shared/payouts/payouts.routes';
import { readReconciliation } from '@guanhu/shared/payouts/reconciliation.routes';
import { listCosts } from '@guanhu/shared/relief/cost.routes';
import { COST_STATES } from '@guanhu/shared/relief/cost.terms';
import { listRelief } from '@guanhu/shared/relief/relief.routes';
import { BENEFITS } from '@guanhu/shared/relief/relief.terms';
import { listAlerts, listConcerns, listLostReports } from '@guanhu/shared/visits/after-visit.routes';
import { listPeriods } from '@guanhu/shared/visits/special-period.routes';
import { listMeetings } from '@guanhu/shared/meetings/meetings.routes';
import { MEETING_KINDS } from '@guanhu/shared/meetings/meetings.terms';
import { listRequests } from '@guanhu/shared/rights/requests.routes';
import { REQUEST_KINDS } from '@guanhu/shared/rights/rights.terms';
import { listMerges } from '@guanhu/shared/registry/merge.routes';
import { listMoves } from '@guanhu/shared/registry/moves.routes';
import { listTransfersIn } from '@guanhu/shared/transfers/transfers.routes';
import type { PlacePath } from '../app/places.ts';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import { usePages, useRead } from '../app/queries.ts';
import { useMay, useMayByPost } from '../app/use-me.ts';
import type { Tone } from '../ui/tag.tsx';
import { dayInWords, instantInWords, nearDayInWords, spanInWords } from '../ui/words.ts';

const LOOK_MS = 20_000;
/** The books are added up for it each time. */
const LOOK_AT_BOOKS_MS = 120_000;

/** One thing that waits for the reader. */
export type WaitingRow = {
  readonly key: string;
  readonly to: string;
  readonly title: string;
  readonly note: string;
  readonly tone: Tone;
  readonly says: string;
  /** Of a task of the reader's: being reminded of it can be put off. */
  readonly taskId?: string;
};
/** What waits in one place; `more`: there are further ones than the first page shows. */
export type Waiting = {
  readonly place: PlacePath;
  readonly title: string;
  readonly rows: readonly WaitingRow[];
  readonly count: number;
  readonly more: boolean;
};

/** Everything that waits for the reader's own posts, most urgent first; places where nothing waits are absent. */
export function useWaiting(): readonly Waiting[] {
  const all = [
    useIncidents(),
    useMoneyTrouble(),
    useAlerts(),
    useConcerns(),
    useLostReports(),
    useOpenings(),
    useRequests(),
    ...useTasks(),
    usePeriods(),
    useCaseClosings(),
    useLeaves(),
    useClashes(),
    useImports(),
    useMerges(),
    useHandovers(),
    useMinutes(),
    useApplications(),
    useAgreements(),
    useBandProposals(),
    useDueAssessments(),
    useAppraisals(),
    useObjections(),
    useReliefObjections(),
    useCosts(),
    useEntitlements(),
    useBatches('check'),
    useBatches('release'),
  ];
  return all.filter(each => each.count > 0);
}

const group = (place: PlacePath, title: string, rows: readonly WaitingRow[] = [], more = false): Waiting => ({
  place,
  title,
  rows,
  count: rows.length,
  more,
});

function useIncidents(): Waiting {
  const { rows, more } = usePages(listIncidents, { query: { waiting: 'yes' } }, { enabled: useMay('incident:read'), every: LOOK_MS });
  const row = (one: NonNullable<typeof rows>[number]): WaitingRow => ({
    key: one.incidentId,
    to: `/incidents/${one.incidentId}`,
    title: `${INCIDENT_KINDS[one.kind]}\u3000${one.patientId === null ? '没有建档' : (one.patientName ?? '')}`,
    note: `${one.villageName} · ${instantInWords(one.reportedAt)} 报告`,
    tone: 'danger',
    says: '等您回应',
  });
  return group('/incidents', '情况处置', rows?.map(row), more);
}

function useAlerts(): Waiting {
  const { rows, more } = usePages(listAlerts, { query: { state: 'open' } }, { enabled: useMay('rights:answer'), every: LOOK_MS });
  const row = (one: NonNullable<typeof rows>[number]): WaitingRow => ({
    key: one.alertId,
    to: `/after-visits/alerts/${one.alertId}`,
    title: `发现关锁\u3000${one.patientName}`,
    note: `${one.villageName} · ${instantInWords(one.dueAt)} 前解锁并安排治疗`,
    tone: 'danger',
    says: '待解锁',
  });
  return group('/after-visits', '权益预警', rows?.map(row), more);
}

function useConcerns(): Waiting {
  const tasks = useCausesOfTasks();
  const { rows, more } = usePages(listConcerns, { query: { state: 'open' } }, { enabled: useMayByPost('concern:answer'), every: LOOK_MS });
  const row = (one: NonNullable<typeof rows>[number]): WaitingRow => ({
    key: one.concernId,
    to: `/after-visits/concerns/${one.concernId}`,
    title: `保密报告\u3000${one.patientName}`,
    note: `${one.villageName} · ${instantInWords(one.reportedAt)} 报告`,
    tone: 'danger',
    says: '待核查',
  });
  return group('/after-visits', '保密报告', rows?.filter(one => !tasks.has(one.concernId)).map(row), more);
}

function useLostReports(): Waiting {
  const { rows, more } = usePages(
    listLostReports,
    { query: { state: 'draft' } },
    { enabled: useMayByPost('lost-report:issue'), every: LOOK_MS },
  );
  const row = (one: NonNullable<typeof rows>[number]): WaitingRow => ({
    key: one.reportId,
    to: `/after-visits/lost/${one.reportId}`,
    title: `失访报告\u3000${one.patientName}`,
    note: `${one.villageName} · ${dayInWords(one.draftedOn)} 起草，报政法委和公安`,
    tone: 'danger',
    says: '待发出',
  });
  return group('/after-visits', '失访报告', rows?.map(row), more);
}

function useOpenings(): Waiting {
  const tasks = useCausesOfTasks();
  const { rows, more } = usePages(
    listOpenings,
    { query: { state: 'waiting' } },
    { enabled: useMayByPost('break-glass:read'), every: LOOK_MS },
  );
  const row = (one: NonNullable<typeof rows>[number]): WaitingRow => ({
    key: one.openingId,
    to: '/rights',
    title: `紧急查看\u3000${one.patientName ?? '没有找到人'}`,
    note: `${one.by} ${instantInWords(one.at)} 打开，${dayInWords(one.reviewBy)} 前复核`,
    tone: one.overdue ? 'danger' : 'warn',
    says: one.overdue ? '复核超期' : '待复核',
  });
  return group('/rights', '紧急查看', rows?.filter(one => one.yours && !tasks.has(one.openingId)).map(row), more);
}

/** What patients and families ask, until somebody answers: of the reader's own office, and what is nobody's. */
function useRequests(): Waiting {
  const asked = { enabled: useMayByPost('request:answer'), every: LOOK_MS };
  const open = usePages(listRequests, { query: { state: 'open' } }, asked);
  const contested = usePages(listRequests, { query: { state: 'escalated' } }, asked);
  const rows = [...(contested.rows ?? []), ...(open.rows ?? [])].filter(one => one.yours || one.officer === null);
  const row = (one: (typeof rows)[number]): WaitingRow => ({
    key: one.requestId,
    to: '/rights',
    title: `${REQUEST_KINDS[one.kind]}\u3000${one.patientName}`,
    note: `${one.villageName} · ${dayInWords(one.dueOn)}前答复`,
    tone: one.overdue ? 'danger' : 'warn',
    says: one.overdue ? '答复超期' : '待答复',
  });
  return group('/rights', '权利申请', rows.map(row), open.more || contested.more);
}

/** Where at the desk a task is done; most are done on the phone, and the desk shows the file. */
function placeOf({ kind, reason, causeId, patientId }: AnswerOf<typeof listTodaysTasks>['rows'][number]): string {
  if (kind === 'meetingDue') return '/meetings/new';
  if (kind === 'meetingDecision') return '/meetings/decisions';
  if (kind === 'supervision') return '/meetings/letters';
  if (kind === 'guidance') return '/activities/new';
  if (kind === 'exchangeList') return causeId === null ? '/exchange' : `/exchange/${causeId}`;
  if (kind === 'villageRound') return causeId === null ? '/screenings' : `/screenings/${causeId}`;
  if (kind === 'legalMatter') return causeId === null ? '/legal-matters' : `/legal-matters/${causeId}`;
  if (kind === 'openingReview' || patientId === null) return '/rights';
  if (causeId === null) return `/patients/${patientId}`;
  if (reason === 'visitHelp') return `/patients/${patientId}/visits/${causeId}`;
  if (kind === 'concernReview') return `/after-visits/concerns/${causeId}`;
  if (kind === 'appraisal') return `/appraisals/${causeId}`;
  if (kind === 'caseReview') return `/case-teams/${causeId}`;
  if (kind === 'incidentRecord' || kind === 'observation') return `/incidents/${causeId}`;
  if (kind === 'applicationReview' || kind === 'applicationOpinion') return `/applications/${causeId}`;
  if (kind === 'relief') return `/relief/${causeId}`;
  if (kind === 'reliefRenewal') return `/relief/patients/${patientId}`;
  if (kind === 'rediagnosis' || kind === 'dischargeReceipt') return `/after-incidents/admissions/${causeId}`;
  return kind === 'search' ? `/after-incidents/missing/${causeId}` : `/patients/${patientId}`;
}

function useToday() {
  const may = [useMay('visit:write'), useMayByPost('concern:answer'), useMayByPost('break-glass:review'), useMayByPost('meeting:read')];
  return useRead(listTodaysTasks, {}, { enabled: may.includes(true), every: LOOK_MS });
}

/** What the reader has a task about stands among the tasks, and once. */
const useCausesOfTasks = (): ReadonlySet<string> => new Set(useToday().data?.rows.flatMap(one => one.causeId ?? []));

/** The field's tasks, and what an office looks into, which has a place of its own. */
function useTasks(): readonly Waiting[] {
  const today = useToday();
  const row = (one: NonNullable<typeof today.data>['rows'][number]): WaitingRow => ({
    key: one.taskId,
    to: placeOf(one),
    title: `${one.reason === null ? TASK_KINDS[one.kind] : CALL_REASONS[one.reason]}\u3000${one.patientName ?? ''}`,
    note: `${isNamed(one.kind) ? '交您办理' : one.villageName || '没有找到人'} · ${nearDayInWords(one.dueOn)} 前${placeOf(one).startsWith('/patients/') ? '，在手机上办理' : ''}`,
    tone: one.timing === 'overdue' ? 'danger' : 'warn',
    says: one.timing === 'overdue' ? `超 ${one.overdueDays} 天` : one.timing === 'today' ? '今天' : '近期',
    taskId: one.taskId,
  });
  // Reviews and exams wait in a place of their own, where the desk has their forms.
  const rows = today.data?.rows.filter(one => one.kind !== 'riskReview' && one.kind !== 'healthExam') ?? [];
  const more = (today.data?.next ?? null) !== null;
  const field = rows.filter(one => !isOfOffice(one.kind) && !isNamed(one.kind)).map(row);
  const offices = rows.filter(one => isOfOffice(one.kind)).map(row);
  const named = rows.filter(one => isNamed(one.kind)).map(row);
  return [group('/meetings', '会议与督办', named), group('/rights', '由您核查', offices), group('/patients', '随访与电话', field, more)];
}

function useObjections(): Waiting {
  const { rows, more } = usePages(
    listObjections,
    { query: { state: 'open' } },
    { enabled: useMayByPost('objection:answer'), every: LOOK_MS },
  );
  const row = (one: NonNullable<typeof rows>[number]): WaitingRow => ({
    key: one.id,
    to: `/objections/${one.id}`,
    title: `异议\u3000${one.guardianName}`,
    note: `${one.villageName} · ${OBJECTION_LEVELS[one.level]}，${dayInWords(one.dueOn)}前答复`,
    tone: one.overdue ? 'danger' : 'warn',
    says: one.overdue ? '答复超期' : '待答复',
  });
  return group('/objections', '异议答复', rows?.filter(one => one.yours).map(row), more);
}

function useReliefObjections(): Waiting {
  const { rows, more } = usePages(listRelief, { query: { state: 'objected' } }, { enabled: useMayByPost('relief:answer'), every: LOOK_MS });
  const row = (one: NonNullable<typeof rows>[number]): WaitingRow => ({
    key: one.reliefId,
    to: `/relief/${one.reliefId}`,
    title: `异议\u3000${one.patientName}`,
    note: `${one.villageName} · ${BENEFITS[one.benefit].label}，${dayInWords(one.dueOn)}前答复`,
    tone: one.overdue ? 'danger' : 'warn',
    says: one.overdue ? '答复超期' : '待答复',
  });
  return group('/relief', '救助异议', rows?.map(row), more);
}

function useCosts(): Waiting {
  const { rows, more } = usePages(listCosts, {}, { enabled: useMayByPost('relief-cost:read'), every: LOOK_MS });
  const row = (one: NonNullable<typeof rows>[number]): WaitingRow => ({
    key: one.costId,
    to: `/relief-costs?state=${one.state}`,
    title: one.patientName,
    note: `${one.villageName} · ${yuanGrouped(one.billFen)} 元`,
    tone: 'warn',
    says: COST_STATES[one.state],
  });
  return group('/relief-costs', '救治护送费用', rows?.filter(one => Object.values(one.may).includes(true)).map(row), more);
}

/** Special periods that begin only when a second person agrees. */
function usePeriods(): Waiting {
  const { rows, more } = usePages(
    listPeriods,
    { query: { waiting: 'yes' } },
    { enabled: useMayByPost('special-period:decide'), every: LOOK_MS },
  );
  const row = (one: NonNullable<typeof rows>[number]): WaitingRow => ({
    key: one.periodId,
    to: `/periods/${one.periodId}`,
    title: one.areaName,
    note: `${spanInWords(one.startsOn, one.endsOn)} · ${one.proposedBy} 提出`,
    tone: 'warn',
    says: '待批准',
  });
  return group('/periods', '特殊时期', rows?.map(row), more);
}

function useCaseClosings(): Waiting {
  const { rows, more } = usePages(
    listCaseTeams,
    { query: { state: 'closing' } },
    { enabled: useMayByPost('case-team:close'), every: LOOK_MS },
  );
  const row = (one: NonNullable<typeof rows>[number]): WaitingRow => ({
    key: one.caseTeamId,
    to: `/case-teams/${one.caseTeamId}`,
    title: one.patientName,
    note: `${one.villageName} · ${one.reasons.map(reason => CASE_REASONS[reason]).join('、')}`,
    tone: 'warn',
    says: '待同意结束',
  });
  return group('/case-teams', '个案管理', rows?.map(row), more);
}

function useLeaves(): Waiting {
  const { rows, more } = usePages(
    listHandovers,
    { query: { state: 'proposed' } },
    { enabled: useMayByPost('handover:do'), every: LOOK_MS },
  );
  const row = (one: NonNullable<typeof rows>[number]): WaitingRow => ({
    key: one.handoverId,
    to: '/teams/handovers',
    title: `${one.name} 请假`,
    note: one.until === null ? dayInWords(one.from) : spanInWords(one.from, one.until),
    tone: 'warn',
    says: '待同意',
  });
  return group('/teams', '同事请假', rows?.filter(one => one.mine).map(row), more);
}

function useClashes(): Waiting {
  const clashes = useRead(listBindingClashes, {}, { enabled: useMayByPost('person:manage'), every: LOOK_MS });
  const row = (one: NonNullable<typeof clashes.data>['rows'][number]): WaitingRow => ({
    key: one.clashId,
    to: '/people/clashes',
    title: CLASH_KINDS[one.kind],
    note: instantInWords(one.at),
    tone: 'warn',
    says: '待核实',
  });
  return group('/people', '微信绑定核实', clashes.data?.rows.map(row));
}

function useImports(): Waiting {
  const { rows } = usePages(listImports, {}, { enabled: useMayByPost('import:write') });
  const row = (one: NonNullable<typeof rows>[number]): WaitingRow => ({
    key: one.importId,
    to: `/imports/${one.importId}`,
    title: one.fileName,
    note: `${instantInWords(one.madeAt)} 预览，还没有确认`,
    tone: 'warn',
    says: '待确认',
  });
  return group('/imports', '责任清单导入', rows?.filter(one => one.state === 'previewed').map(row));
}

function useMerges(): Waiting {
  const { rows, more } = usePages(listMerges, { query: { state: 'proposed' } }, { enabled: useMayByPost('patient:merge'), every: LOOK_MS });
  const row = (one: NonNullable<typeof rows>[number]): WaitingRow => ({
    key: one.mergeId,
    to: `/merges/${one.mergeId}`,
    title: `${one.mergedName} 并入 ${one.keptName}`,
    note: `${one.villageName} · ${instantInWords(one.proposedAt)} 提出`,
    tone: 'warn',
    says: '待决定',
  });
  return group('/merges', '档案合并', rows?.filter(one => !one.mine).map(row), more);
}

/** Patients who are to come from another village or county: the reader's yes or no. */
function useHandovers(): Waiting {
  const asked = [{ query: { state: 'waiting' } }, { enabled: useMayByPost('move:decide'), every: LOOK_MS }] as const;
  const moves = usePages(listMoves, ...asked);
  const transfers = usePages(listTransfersIn, ...asked);
  const row = (key: string, title: string, note: string): WaitingRow => ({ key, to: '/moves', title, note, tone: 'warn', says: '待答复' });
  const rows = [
    ...(transfers.rows ?? []).map(one => ({ ...one, id: one.transferId, from: one.fromPlace, to: one.toTownship })),
    ...(moves.rows ?? []).map(one => ({ ...one, id: one.moveId, from: one.fromVillage, to: one.toVillage })),
  ].filter(one => one.mayAnswer);
  return group(
    '/moves',
    '迁移交接',
    rows.map(one => row(one.id, one.patientName ?? '', `${one.from} → ${one.to}`)),
    moves.more || transfers.more,
  );
}

/** Minutes that a unit of the reader's is to countersign. */
function useMinutes(): Waiting {
  const { rows, more } = usePages(
    listMeetings,
    { query: { state: 'countersigning' } },
    { enabled: useMayByPost('meeting:read'), every: LOOK_MS },
  );
  const row = (one: NonNullable<typeof rows>[number]): WaitingRow => ({
    key: one.meetingId,
    to: `/meetings/${one.meetingId}`,
    title: `${one.townshipName}${MEETING_KINDS[one.kind]}`,
    note: `${dayInWords(one.on)} 的纪要`,
    tone: 'warn',
    says: '等您会签',
  });
  return group('/meetings', '会议纪要', rows?.filter(one => one.waitsForMe).map(row), more);
}

function useApplications(): Waiting {
  const { rows, more } = usePages(listApplications, { query: { waiting: 'yes' } }, { enabled: useMay('application:list'), every: LOOK_MS });
  const row = (one: NonNullable<typeof rows>[number]): WaitingRow => ({
    key: one.applicationId,
    to: `/applications/${one.applicationId}`,
    title: `${one.guardianName} 监护 ${one.patientName}`,
    note: one.dueOn === null ? one.villageName : `${one.villageName} · ${dayInWords(one.dueOn)}前`,
    tone: one.overdue ? 'danger' : 'warn',
    says: one.overdue ? '超期' : one.state === 'approved' ? '待起草协议' : APPLICATION_STATES[one.state],
  });
  return group('/applications', '奖补申请', rows?.map(row), more);
}

function useAgreements(): Waiting {
  const mayCountersign = useMayByPost('agreement:countersign');
  const { rows, more } = usePages(listAgreements, { query: { state: 'signedByGuardian' } }, { enabled: mayCountersign, every: LOOK_MS });
  const row = (one: NonNullable<typeof rows>[number]): WaitingRow => ({
    key: one.id,
    to: `/agreements/${one.id}`,
    title: `${one.guardianName} 监护 ${one.patientName}`,
    note: `${one.number} · ${one.villageName}`,
    tone: 'warn',
    says: '待签章',
  });
  return group('/agreements', '监护协议', rows?.map(row), more);
}

function useAppraisals(): Waiting {
  const { rows, more } = usePages(listAppraisals, { query: { state: 'proposed' } }, { enabled: useMay('appraisal:opine'), every: LOOK_MS });
  const row = (one: NonNullable<typeof rows>[number]): WaitingRow => ({
    key: one.id,
    to: `/appraisals/${one.id}`,
    title: one.patientName,
    note: `${one.villageName} · ${spanInWords(one.from, one.to)}`,
    tone: one.proposal === 'review' ? 'warn' : 'calm',
    says: one.proposal === null ? '待认定' : PROPOSALS[one.proposal],
  });
  return group('/appraisals', '履责认定', rows?.filter(one => !one.mine).map(row), more);
}

function useBandProposals(): Waiting {
  const { rows, more } = usePages(listBandProposals, {}, { enabled: useMayByPost('band:lower'), every: LOOK_MS });
  const row = (one: NonNullable<typeof rows>[number]): WaitingRow => ({
    key: one.proposalId,
    to: `/assessments/${one.patientId}`,
    title: one.patientName,
    note: `${one.villageName} · ${one.proposedBy} 建议降到「${one.to?.label ?? '—'}」`,
    tone: 'warn',
    says: '等您决定',
  });
  return group('/assessments', '下调分色', rows?.filter(one => !one.mine).map(row), more);
}

function useDueAssessments(): Waiting {
  const { rows, more } = usePages(
    listDueAssessments,
    { query: { inSight: 'yes' } },
    { enabled: useMayByPost('assessment:review'), every: LOOK_MS },
  );
  const row = (one: NonNullable<typeof rows>[number]): WaitingRow => ({
    key: `${one.patientId}${one.cycle}`,
    to: `/assessments/${one.patientId}`,
    title: `${CYCLES[one.cycle]}\u3000${one.patientName}`,
    note: `${one.villageName} · ${nearDayInWords(one.dueOn)} 前`,
    tone: one.state === 'overdue' ? 'danger' : 'warn',
    says: CYCLE_STATES[one.state],
  });
  return group('/assessments', '评估与体检', rows?.map(row), more);
}

function useEntitlements(): Waiting {
  const { rows, more } = usePages(
    listEntitlements,
    { query: { state: 'approved' } },
    { enabled: useMayByPost('batch:prepare'), every: LOOK_MS },
  );
  const free = rows?.filter(one => one.batchId === null) ?? [];
  if (free.length === 0) return group('/batches', '制单');
  const total = sum(free.map(one => one.amountFen as Fen));
  const row: WaitingRow = {
    key: 'prepare',
    to: '/batches/new',
    title: `${free.length}${more ? ' 笔以上' : ' 笔'}款项可以制单`,
    note: `合计 ${yuanGrouped(total)} 元`,
    tone: 'warn',
    says: '待制单',
  };
  return group('/batches', '制单', [row]);
}

/** Money that waits for more than a person's next step: an empty merchant account, books or a comparison that do not agree, transfers that failed. */
function useMoneyTrouble(): Waiting {
  const mayRecord = useMayByPost('fund:record');
  const funds = useRead(readFunds, {}, { enabled: mayRecord, every: LOOK_AT_BOOKS_MS });
  const compared = useRead(readReconciliation, {}, { enabled: mayRecord, every: LOOK_AT_BOOKS_MS });
  const released = usePages(listBatches, { query: { state: 'released' } }, { enabled: useMayByPost('batch:read'), every: LOOK_MS });
  const trouble = (key: string, to: string, title: string, note: string): WaitingRow => ({
    key,
    to,
    title,
    note,
    tone: 'danger',
    says: '待处理',
  });
  const offices = funds.data?.offices ?? [];
  const differences = compared.data?.differences.length ?? 0;
  return group('/funds', '资金要处理的', [
    ...offices
      .filter(office => office.paused)
      .map(({ officeId, officeName }) => trouble(`p${officeId}`, '/funds', '微信商户账户余额不足', `${officeName} · 充值后按原单号继续`)),
    ...offices
      .filter(office => !office.agrees)
      .map(({ officeId, officeName }) => trouble(`a${officeId}`, '/funds', '账目与款项不符', `${officeName} · 请停止发放`)),
    ...(differences > 0 ? [trouble('differences', '/funds', `${String(differences)} 条对账差异`, '每一条都写着下一步')] : []),
    ...(released.rows ?? [])
      .filter(batch => batch.failed > 0)
      .map(({ id, title, townshipName, failed }) =>
        trouble(id, `/batches/${id}`, `${String(failed)} 笔没有发成`, `${title} · ${townshipName} · 两人决定怎么办`),
      ),
  ]);
}

function useBatches(step: 'check' | 'release'): Waiting {
  const state = step === 'check' ? 'draft' : 'checked';
  const { rows, more } = usePages(listBatches, { query: { state } }, { enabled: useMayByPost(`batch:${step}`), every: LOOK_MS });
  const row = (one: NonNullable<typeof rows>[number]): WaitingRow => ({
    key: one.id,
    to: `/batches/${one.id}`,
    title: `${one.title} · ${one.townshipName}`,
    note: `${one.people} 人 · ${yuanGrouped(one.totalFen)} 元`,
    tone: 'warn',
    says: step === 'check' ? '待复核' : '待放款',
  });
  return group('/batches', step === 'check' ? '奖补复核' : '奖补放款', rows?.map(row), more);
}
