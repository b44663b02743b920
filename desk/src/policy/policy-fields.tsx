import {
  INJECTION_SEAT_KEYS,
  INJECTION_SEATS,
  type CaseTeamPolicy,
  type GuidancePolicy,
  type MeetingPolicy,
  type MedicationPolicy,
  type Policy,
} from '@guanhu/shared/policy/policy.terms';
import { Form, Select } from 'antd';
import { AssessmentFields } from './assessment-fields.tsx';
import { CalendarFields } from './calendar-fields.tsx';
import { ExchangeFields } from './exchange-fields.tsx';
import { HandlingFields } from './handling-fields.tsx';
import { IndicatorFields } from './indicator-fields.tsx';
import { IncidentFields } from './incident-fields.tsx';
import { MessageFields } from './message-fields.tsx';
import { NumberField } from './number-field.tsx';
import { PayoutFields } from './payout-fields.tsx';
import { ReliefFields } from './relief-fields.tsx';
import { ReminderFields } from './reminder-fields.tsx';
import { RetentionFields, RightsFields } from './rights-fields.tsx';
import { RewardFields } from './reward-fields.tsx';
import { ScreeningFields } from './screening-fields.tsx';
import { SpecialPeriodFields } from './special-period-fields.tsx';
import { VisitFields } from './visit-fields.tsx';
import { VisitFormFields } from './visit-form-fields.tsx';
import { VisitWorkFields } from './visit-work-fields.tsx';
import './policy-fields.css';

/** The fields of whichever policy it is. */
export function PolicyFields({ policy, onChange }: { policy: Policy; onChange: (policy: Policy) => void }) {
  switch (policy.kind) {
    case 'visit':
      return <VisitFields policy={policy} onChange={onChange} />;
    case 'visitForm':
      return <VisitFormFields policy={policy} onChange={onChange} />;
    case 'visitWork':
      return <VisitWorkFields policy={policy} onChange={onChange} />;
    case 'specialPeriod':
      return <SpecialPeriodFields policy={policy} onChange={onChange} />;
    case 'assessment':
      return <AssessmentFields policy={policy} onChange={onChange} />;
    case 'caseTeam':
      return <CaseTeamFields policy={policy} onChange={onChange} />;
    case 'medication':
      return <MedicationFields policy={policy} onChange={onChange} />;
    case 'incident':
      return <IncidentFields policy={policy} onChange={onChange} />;
    case 'handling':
      return <HandlingFields policy={policy} onChange={onChange} />;
    case 'reminder':
      return <ReminderFields policy={policy} onChange={onChange} />;
    case 'message':
      return <MessageFields policy={policy} onChange={onChange} />;
    case 'relief':
      return <ReliefFields policy={policy} onChange={onChange} />;
    case 'calendar':
      return <CalendarFields policy={policy} onChange={onChange} />;
    case 'meeting':
      return <CycleFields policy={policy} onChange={onChange} how="每年开几次例会" remind="期限前几天提醒还没开会" />;
    case 'guidance':
      return <CycleFields policy={policy} onChange={onChange} how="每个乡镇每年去几次" remind="期限前几天提醒还没去" />;
    case 'screening':
      return <ScreeningFields policy={policy} onChange={onChange} />;
    case 'rights':
      return <RightsFields policy={policy} onChange={onChange} />;
    case 'retention':
      return <RetentionFields policy={policy} onChange={onChange} />;
    case 'indicators':
      return <IndicatorFields policy={policy} onChange={onChange} />;
    case 'exchange':
      return <ExchangeFields policy={policy} onChange={onChange} />;
    case 'payout':
      return <PayoutFields policy={policy} onChange={onChange} />;
    case 'reward':
      return <RewardFields policy={policy} onChange={onChange} />;
  }
}

type FieldsOf<P extends Policy> = { policy: P; onChange: (policy: P) => void };

const MedicationFields = ({ policy, onChange }: FieldsOf<MedicationPolicy>) => (
  <div className="fields">
    <NumberField
      id="answer-days"
      label="可以补报几天以前"
      value={policy.answerDaysBack}
      min={0}
      max={7}
      unit="天"
      onNumber={answerDaysBack => onChange({ ...policy, answerDaysBack })}
    />
    <NumberField
      id="ask-days"
      label="连续几天没有确认就再问一次家属"
      value={policy.askAfterDays}
      min={1}
      max={30}
      unit="天"
      onNumber={askAfterDays => onChange({ ...policy, askAfterDays })}
    />
    <NumberField
      id="silent-days"
      label="连续几天没有确认就打电话"
      value={policy.silentDays}
      min={1}
      max={30}
      unit="天"
      onNumber={silentDays => onChange({ ...policy, silentDays })}
    />
    <NumberField
      id="doctor-asks-days"
      label="连续几天没吃药或吃了不舒服，请医生来问"
      value={policy.doctorAsksAfterDays}
      min={1}
      max={14}
      unit="天"
      onNumber={doctorAsksAfterDays => onChange({ ...policy, doctorAsksAfterDays })}
    />
    <NumberField
      id="window-days"
      label="看最近多少天算规律"
      value={policy.windowDays}
      min={7}
      max={92}
      unit="天"
      onNumber={windowDays => onChange({ ...policy, windowDays })}
    />
    <NumberField
      id="window-least-days"
      label="至少有几天要吃药才算"
      value={policy.windowLeastDays}
      min={1}
      max={92}
      unit="天"
      onNumber={windowLeastDays => onChange({ ...policy, windowLeastDays })}
    />
    <NumberField
      id="regular-percent"
      label="吃了药的天数占多少算规律"
      value={policy.regularPercent}
      min={50}
      max={100}
      unit="%"
      onNumber={regularPercent => onChange({ ...policy, regularPercent })}
    />
    <NumberField
      id="refill-lead-days"
      label="药吃完前几天续药"
      value={policy.refillLeadDays}
      min={1}
      max={30}
      unit="天"
      onNumber={refillLeadDays => onChange({ ...policy, refillLeadDays })}
    />
    <NumberField
      id="injection-horizon-days"
      label="打长效针提前几天列入待办"
      value={policy.injectionHorizonDays}
      min={0}
      max={30}
      unit="天"
      onNumber={injectionHorizonDays => onChange({ ...policy, injectionHorizonDays })}
    />
    <NumberField
      id="injection-grace-days"
      label="打长效针过几天算超期"
      value={policy.injectionGraceDays}
      min={0}
      max={14}
      unit="天"
      onNumber={injectionGraceDays => onChange({ ...policy, injectionGraceDays })}
    />
    <Form.Item label="长效针请谁打（按顺序，请有人的第一个岗位）" htmlFor="injection-seats">
      <Select
        id="injection-seats"
        mode="multiple"
        value={[...policy.injectionSeats]}
        onChange={injectionSeats => injectionSeats.length > 0 && onChange({ ...policy, injectionSeats })}
        options={INJECTION_SEAT_KEYS.map(value => ({ value, label: INJECTION_SEATS[value] }))}
        style={{ minWidth: 260 }}
      />
    </Form.Item>
  </div>
);

const TIMES_A_YEAR = [1, 2, 4] as const;

/** What is held once in every part of the year. */
const CycleFields = <P extends MeetingPolicy | GuidancePolicy>({
  policy,
  onChange,
  how,
  remind,
}: FieldsOf<P> & { how: string; remind: string }) => (
  <div className="fields">
    <Form.Item label={how} htmlFor="cycle-times">
      <Select
        id="cycle-times"
        value={policy.timesAYear}
        onChange={timesAYear => onChange({ ...policy, timesAYear })}
        options={TIMES_A_YEAR.map(value => ({ value, label: value === 4 ? '每季度一次' : `${value} 次` }))}
      />
    </Form.Item>
    <NumberField
      id="cycle-remind"
      label={remind}
      value={policy.remindDays}
      min={7}
      max={60}
      unit="天"
      onNumber={remindDays => onChange({ ...policy, remindDays })}
    />
  </div>
);

const CaseTeamFields = ({ policy, onChange }: FieldsOf<CaseTeamPolicy>) => (
  <>
    <div className="fields">
      <NumberField
        id="form-within"
        label="提出后几天内组成小组"
        value={policy.formWithinDays}
        min={1}
        max={14}
        unit="天"
        onNumber={formWithinDays => onChange({ ...policy, formWithinDays })}
      />
      <NumberField
        id="review-within"
        label="最长几个月评审一次"
        value={policy.reviewWithinMonths}
        min={1}
        max={3}
        unit="个月"
        onNumber={reviewWithinMonths => onChange({ ...policy, reviewWithinMonths })}
      />
    </div>
    <p className="small">只管生效以后提出的小组和定下的评审；已经定下的日期不变，所以没有人的日期会因此变动。</p>
  </>
);
