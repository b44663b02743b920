import { exchangeFacts } from './exchange-fields.tsx';
import { payoutFacts } from './payout-fields.tsx';
import { SEAT_LABELS } from '@guanhu/shared/care-team/seats.terms';
import { INCIDENT_POST_LABELS } from '@guanhu/shared/incidents/incidents.terms';
import { HANDLING_STEP_KEYS, HANDLING_STEPS } from '@guanhu/shared/policy/handling.terms';
import { yuanGrouped } from '@guanhu/shared/kernel/fen';
import {
  INCIDENT_KIND_KEYS,
  INCIDENT_KINDS,
  INJECTION_SEATS,
  RETENTION_KEYS,
  REWARD_CYCLES,
  VISITING_SEATS,
  type BandRule,
  type CalendarPolicy,
  type Policy,
  type ReminderPolicy,
  type RewardPolicy,
  type VisitPolicy,
} from '@guanhu/shared/policy/policy.terms';
import { STABILITIES } from '@guanhu/shared/policy/stability.terms';
import { addWorkingDays, isYearKnown } from '@guanhu/shared/policy/working-days.rules';
import { messageWords } from '@guanhu/shared/reminders/message.rules';
import { PURPOSE_KEYS, PURPOSES } from '@guanhu/shared/reminders/reminders.terms';
import { RETAINED } from '@guanhu/shared/rights/retention.terms';
import { Table } from 'antd';
import { Facts } from '../ui/columns.tsx';
import { dayInWords, todayInChina } from '../ui/words.ts';
import { indicatorFacts } from './indicator-fields.tsx';
import { reliefFacts } from './relief-fields.tsx';
import { specialPeriodFacts } from './special-period-fields.tsx';
import { visitFormFacts } from './visit-form-fields.tsx';
import { screeningFacts } from './screening-fields.tsx';
import { visitWorkFacts } from './visit-work-fields.tsx';

/** A policy as people say it. */
export function PolicyWords({ policy }: { policy: Policy }) {
  switch (policy.kind) {
    case 'visit':
      return <VisitWords policy={policy} />;
    case 'visitForm':
      return <Facts of={visitFormFacts(policy)} />;
    case 'visitWork':
      return <Facts of={visitWorkFacts(policy)} />;
    case 'specialPeriod':
      return <Facts of={specialPeriodFacts(policy)} />;
    case 'assessment':
      return (
        <Facts
          of={[
            ['病情稳定的', `每 ${policy.reviewMonths.stable} 个月评估一次`],
            ['其他人', `每 ${policy.reviewMonths.others} 个月评估一次`],
            ['健康体检', `每 ${policy.examMonths} 个月一次`],
            ['超期', `到期后 ${policy.graceDays} 天`],
            ['列入待办', `提前 ${policy.horizonDays} 天`],
          ]}
        />
      );
    case 'caseTeam':
      return (
        <Facts
          of={[
            ['组成小组', `提出后 ${policy.formWithinDays} 天以内`],
            ['评审', `最长 ${policy.reviewWithinMonths} 个月一次`],
            ['已经定下的日期', '不变，只管生效以后提出的小组和定下的评审'],
          ]}
        />
      );
    case 'meeting':
      return (
        <Facts
          of={[
            ['例会', policy.timesAYear === 4 ? '每季度一次' : `每年 ${policy.timesAYear} 次`],
            ['提醒', `期限前 ${policy.remindDays} 天还没开会就列入待办`],
          ]}
        />
      );
    case 'guidance':
      return (
        <Facts
          of={[
            ['下乡指导', policy.timesAYear === 4 ? '每个乡镇每季度一次' : `每个乡镇每年 ${policy.timesAYear} 次`],
            ['提醒', `期限前 ${policy.remindDays} 天还没去就列入医生的待办`],
          ]}
        />
      );
    case 'message':
      return (
        <Facts
          of={PURPOSE_KEYS.map(purpose => [PURPOSES[purpose], policy.what[purpose] ?? messageWords({ purpose, count: 1 }).what] as const)}
        />
      );
    case 'relief':
      return <Facts of={reliefFacts(policy)} />;
    case 'calendar':
      return <CalendarWords calendar={policy} />;
    case 'exchange':
      return <Facts of={exchangeFacts(policy)} />;
    case 'payout':
      return <Facts of={payoutFacts(policy)} />;
    case 'screening':
      return <Facts of={screeningFacts(policy)} />;
    case 'rights':
      return (
        <Facts
          of={[
            ['权利申请', `${policy.answerWorkingDays} 个工作日内答复`],
            ['紧急查看', `每次 ${policy.breakGlassMinutes} 分钟`],
            ['紧急查看的复核', `${policy.breakGlassReviewDays} 天内`],
            ['保密报告的核查', `${policy.concernWorkingDays} 个工作日内`],
            ['批准的导出', `${policy.exportHours} 小时内可以下载`],
          ]}
        />
      );
    case 'retention':
      return (
        <Facts
          of={[
            ...RETENTION_KEYS.map(kind => [RETAINED[kind].label, `${policy.keepDays[kind]} 天后删除`] as const),
            ['手机里存的服务对象', `${policy.phoneHours} 小时连不上就删除`],
          ]}
        />
      );
    case 'indicators':
      return <Facts of={indicatorFacts(policy)} />;
    case 'medication':
      return (
        <Facts
          of={[
            ['可以补报', policy.answerDaysBack === 0 ? '只能报当天' : `${policy.answerDaysBack} 天以内`],
            ['几天没有确认再问一次家属', `连续 ${policy.askAfterDays} 天`],
            ['几天没有确认就打电话', `连续 ${policy.silentDays} 天`],
            ['没吃药或吃了不舒服，医生来问', `连续 ${policy.doctorAsksAfterDays} 天`],
            [
              '算规律服药',
              `最近 ${policy.windowDays} 天里，${policy.regularPercent}% 以上的天数吃了药（至少 ${policy.windowLeastDays} 天）`,
            ],
            ['续药', `算下来吃完前 ${policy.refillLeadDays} 天`],
            ['打长效针', `提前 ${policy.injectionHorizonDays} 天列入待办，过 ${policy.injectionGraceDays} 天算超期`],
            ['长效针请谁打', policy.injectionSeats.map(seat => INJECTION_SEATS[seat]).join('，没有人时')],
          ]}
        />
      );
    case 'incident':
      return (
        <Facts
          of={[
            ...INCIDENT_KIND_KEYS.map(
              kind => [INCIDENT_KINDS[kind], policy.told[kind].map(post => INCIDENT_POST_LABELS[post]).join('、')] as const,
            ),
            ['合并为一起', `${policy.joinMinutes} 分钟以内的报告`],
            ['没人回应', `${policy.escalateMinutes} 分钟后加通知 ${policy.escalateTo.map(post => INCIDENT_POST_LABELS[post]).join('、')}`],
            ['没有建档的人的线索', `保留 ${policy.clueDays} 天，到期抹去描述`],
          ]}
        />
      );
    case 'handling':
      return (
        <Facts
          of={[
            ['自动开始联合处置', policy.opensFor.map(kind => INCIDENT_KINDS[kind]).join('、') || '都由人开始'],
            ...HANDLING_STEP_KEYS.map(
              step =>
                [
                  HANDLING_STEPS[step],
                  `${INCIDENT_POST_LABELS[policy.steps[step].owner]}，${policy.steps[step].minutes} 分钟以内`,
                ] as const,
            ),
            ['定点医院', policy.hospitals.join('、') || '没有指定'],
            ['处置记录', `${policy.recordHours} 小时以内写完`],
            ['事后观察', `每 ${policy.observeEveryHours} 小时一次，连续 ${policy.observeUntilStable} 次平稳为止`],
            ['出院', `医生 ${policy.receiptDays} 天以内接收，${policy.firstVisitDays} 天以内第一次随访`],
            ['走失找到', `${policy.foundVisitDays} 天以内随访`],
            ['倒查', `情况发生后 ${policy.deathWithinDays} 天内死亡的要倒查，一般往前看 ${policy.lookBackDays} 天`],
          ]}
        />
      );
    case 'reminder':
      return (
        <Facts
          of={[
            ['不打扰时间', quietWords(policy)],
            ['提醒服药', policy.medicationAt],
            ['提醒随访和其他待办', `${policy.visitAt}，后来的 ${policy.againAt}`],
            ['微信发不到时发短信', policy.smsFor.map(purpose => PURPOSES[purpose]).join('、') || '不发'],
            ['打过电话', `${policy.callAgainDays} 天内不因没收到提醒再打`],
            ['没人办', `超期 ${policy.leadAfterDays} 天告诉村级小组组长，${policy.officeAfterDays} 天告诉社会事务办`],
            ['稍后提醒、暂停提醒', `最多推迟 ${policy.snoozeMostHours} 小时，最多暂停 ${policy.pauseMostDays} 天`],
          ]}
        />
      );
    case 'reward':
      return (
        <Facts
          of={[
            ['标准', `每月 ${yuanGrouped(policy.monthlyFen)} 元`],
            ['二类标准', policy.classTwo ? classTwoWords(policy.classTwo) : '不分类'],
            ['一份协议最多', policy.capFen === undefined ? '不另设' : `${yuanGrouped(policy.capFen)} 元`],
            ['发放', REWARD_CYCLES[policy.cycle]],
            ['协议最早开始', `${policy.backdatingDays} 天以前`],
            ['协议最长', `${policy.mostTermMonths} 个月`],
            ['异议期', `${policy.objectionDays} 天，生效后 ${policy.lateObjectionDays} 天内仍可提出`],
            ['异议答复', `${policy.objectionAnswerDays} 个工作日内`],
            ['团队意见', `一期结束后 ${policy.opinionDays} 天内`],
            ['签字前阅读', `不少于 ${policy.leastReadingSeconds} 秒`],
            ['停发全年', policy.yearStop ? `可以，${policy.yearStop.againAfterMonths} 个月内再申请的提示审核人` : '不用'],
            ['认定结果发放', `全额 ${policy.percent.full}%，部分 ${policy.percent.partial}%，不发 ${policy.percent.zero}%`],
            [
              '奖补范围',
              `危险性 ${policy.eligibility.riskAtLeast} 级以上${policy.eligibility.pastIncident ? (policy.eligibility.match === 'both' ? '，并且发生过情况' : '，或发生过情况') : ''}`,
            ],
          ]}
        />
      );
  }
}

const classTwoWords = ({ monthlyFen, riskAtLeast, pastIncident }: NonNullable<RewardPolicy['classTwo']>): string =>
  `每月 ${yuanGrouped(monthlyFen)} 元：危险性 ${riskAtLeast} 级以上${pastIncident ? '，或发生过情况' : ''}`;

/** The years that were entered, and a sample that can be checked against a wall calendar. */
function CalendarWords({ calendar }: { calendar: CalendarPolicy }) {
  const today = todayInChina();
  return (
    <>
      <Facts
        of={calendar.years.map(
          ({ year, holidays, workdays }) => [`${year} 年`, `放假 ${holidays.length} 天，调休上班 ${workdays.length} 天`] as const,
        )}
      />
      <p className="small">
        {isYearKnown(calendar, today) ? '' : '今年的放假安排还没有填，只按周末算。'}
        {`从今天起 5 个工作日，到 ${dayInWords(addWorkingDays(calendar, today, 5))}。`}
      </p>
    </>
  );
}

/** Equal ends mean no quiet hours; an end that is not later is the next day's. */
const quietWords = ({ quietFrom, quietUntil }: ReminderPolicy): string =>
  quietFrom === quietUntil ? '不设' : `${quietFrom} 到${quietFrom < quietUntil ? '' : '次日'} ${quietUntil}（发生情况除外）`;

/** Who belongs to a band: any of its conditions is enough; none takes the rest. */
function bandWords(band: BandRule): string {
  const conditions = [
    ...(band.riskAtLeast === undefined ? [] : [`危险性 ${band.riskAtLeast} 级以上`]),
    ...(band.stability === undefined ? [] : [`病情${STABILITIES[band.stability].label}`]),
    ...(band.incidentWithinMonths === undefined ? [] : [`${band.incidentWithinMonths} 个月内发生过情况`]),
  ];
  return conditions.length === 0 ? '其余所有人' : conditions.join('，或');
}

const VisitWords = ({ policy }: { policy: VisitPolicy }) => (
  <>
    <Table
      size="small"
      rowKey="key"
      pagination={false}
      dataSource={[...policy.bands]}
      scroll={{ x: 560 }}
      columns={[
        { title: '档次', dataIndex: 'label', width: 90 },
        { title: '哪些人', key: 'who', render: (_, band) => bandWords(band) },
        ...VISITING_SEATS.map(seat => ({
          title: `${SEAT_LABELS[seat]}（天）`,
          key: seat,
          align: 'right' as const,
          render: (_: unknown, band: BandRule) => band.intervalDays[seat] ?? '—',
        })),
      ]}
    />
    <p className="small">{`到期后 ${policy.graceDays} 天算超期；提前 ${policy.horizonDays} 天列入待办。`}</p>
  </>
);
