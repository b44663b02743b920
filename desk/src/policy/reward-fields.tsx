import { yuan } from '@guanhu/shared/kernel/fen';
import { REWARD_CYCLES, type RewardCycle, type RewardPolicy } from '@guanhu/shared/policy/policy.terms';
import { RISK_RATINGS, type RiskRating } from '@guanhu/shared/registry/risk-rating.rules';
import { Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { fenTyped } from '@guanhu/shared/kernel/yuan-typed';
import { NumberField } from './number-field.tsx';

type RewardFieldsProps = { policy: RewardPolicy; onChange: (policy: RewardPolicy) => void };

/** The standard, its cycle, and whom it covers. */
export function RewardFields({ policy, onChange }: RewardFieldsProps) {
  const { percent, eligibility, classTwo, yearStop } = policy;
  const withYearStop = (next: RewardPolicy['yearStop']) => {
    const { yearStop: _, ...rest } = policy;
    onChange(next === undefined ? rest : { ...rest, yearStop: next });
  };
  const withClassTwo = (next: RewardPolicy['classTwo']) => {
    const { classTwo: _, ...rest } = policy;
    onChange(next === undefined ? rest : { ...rest, classTwo: next });
  };
  const withCap = (capFen: number | undefined) => {
    const { capFen: _, ...rest } = policy;
    onChange(capFen === undefined ? rest : { ...rest, capFen });
  };
  return (
    <div className="fields">
      <YuanField
        id="monthly"
        required
        label="每月标准（元）"
        fen={policy.monthlyFen}
        onFen={monthlyFen => monthlyFen && onChange({ ...policy, monthlyFen })}
      />
      <YuanField id="cap" label="一份协议最多（元，可不填）" fen={policy.capFen} onFen={withCap} />
      <Form.Item label="分类标准">
        <Checkbox
          checked={classTwo !== undefined}
          onChange={event =>
            withClassTwo(event.target.checked ? { monthlyFen: policy.monthlyFen, riskAtLeast: 3, pastIncident: true } : undefined)
          }
        >
          风险较高的按二类标准
        </Checkbox>
      </Form.Item>
      {classTwo && (
        <>
          <YuanField
            id="class-two"
            required
            label="二类每月标准（元）"
            fen={classTwo.monthlyFen}
            onFen={monthlyFen => monthlyFen && withClassTwo({ ...classTwo, monthlyFen })}
          />
          <NumberField
            id="class-two-risk"
            label="二类：危险性几级以上"
            value={classTwo.riskAtLeast}
            min={0}
            max={5}
            unit="级"
            onNumber={level => withClassTwo({ ...classTwo, riskAtLeast: RISK_RATINGS[level] ?? 3 })}
          />
          <Form.Item label="二类其他条件">
            <Checkbox checked={classTwo.pastIncident} onChange={event => withClassTwo({ ...classTwo, pastIncident: event.target.checked })}>
              发生过情况的也按二类
            </Checkbox>
          </Form.Item>
        </>
      )}
      <Form.Item label="发放周期" htmlFor="cycle">
        <Select
          id="cycle"
          value={policy.cycle}
          style={{ width: 140 }}
          onChange={cycle => onChange({ ...policy, cycle })}
          options={(Object.keys(REWARD_CYCLES) as RewardCycle[]).map(value => ({ value, label: REWARD_CYCLES[value] }))}
        />
      </Form.Item>
      <NumberField
        id="backdating"
        label="协议最早可以从几天以前开始"
        value={policy.backdatingDays}
        min={0}
        max={366}
        unit="天"
        onNumber={backdatingDays => onChange({ ...policy, backdatingDays })}
      />
      <NumberField
        id="term"
        label="协议最长"
        value={policy.mostTermMonths}
        min={1}
        max={12}
        unit="个月"
        onNumber={mostTermMonths => onChange({ ...policy, mostTermMonths })}
      />
      <NumberField
        id="objection"
        label="异议期"
        value={policy.objectionDays}
        min={1}
        max={60}
        unit="天"
        onNumber={objectionDays => onChange({ ...policy, objectionDays })}
      />
      <NumberField
        id="late-objection"
        label="生效后还能提异议"
        value={policy.lateObjectionDays}
        min={0}
        max={366}
        unit="天"
        onNumber={lateObjectionDays => onChange({ ...policy, lateObjectionDays })}
      />
      <NumberField
        id="objection-answer"
        label="异议答复期限"
        value={policy.objectionAnswerDays}
        min={1}
        max={30}
        unit="个工作日"
        onNumber={objectionAnswerDays => onChange({ ...policy, objectionAnswerDays })}
      />
      <NumberField
        id="opinion-days"
        label="一期结束后，团队几天内提意见"
        value={policy.opinionDays}
        min={1}
        max={60}
        unit="天"
        onNumber={opinionDays => onChange({ ...policy, opinionDays })}
      />
      <NumberField
        id="least-reading"
        label="签协议以前至少看多久"
        value={policy.leastReadingSeconds}
        min={0}
        max={600}
        unit="秒"
        onNumber={leastReadingSeconds => onChange({ ...policy, leastReadingSeconds })}
      />
      <Form.Item label="停发全年" extra="只约束签字文本里写有这一条的协议：生效以后起期的协议才会写上。">
        <Checkbox
          checked={yearStop !== undefined}
          onChange={event => withYearStop(event.target.checked ? { againAfterMonths: 12 } : undefined)}
        >
          没有尽责，并且被公安或法院认定违法犯罪的，可以由两人决定停发当年余下各期
        </Checkbox>
      </Form.Item>
      {yearStop && (
        <NumberField
          id="year-stop-again"
          label="停发后几个月内再申请，提示审核人"
          value={yearStop.againAfterMonths}
          min={0}
          max={24}
          unit="个月"
          onNumber={againAfterMonths => withYearStop({ againAfterMonths })}
        />
      )}
      <NumberField
        id="partial"
        label="认定为部分时发放"
        value={percent.partial}
        min={0}
        max={100}
        unit="%"
        onNumber={partial => onChange({ ...policy, percent: { ...percent, partial } })}
      />
      <Form.Item label="危险性几级以上可以申请" htmlFor="risk-at-least">
        <Select
          id="risk-at-least"
          value={eligibility.riskAtLeast}
          style={{ width: 140 }}
          onChange={(riskAtLeast: RiskRating) => onChange({ ...policy, eligibility: { ...eligibility, riskAtLeast } })}
          options={RISK_RATINGS.map(value => ({ value, label: `${value} 级` }))}
        />
      </Form.Item>
      <Form.Item label="其他条件">
        <Checkbox
          checked={eligibility.pastIncident}
          onChange={event => onChange({ ...policy, eligibility: { ...eligibility, pastIncident: event.target.checked } })}
        >
          发生过情况的也可以申请
        </Checkbox>
        <Checkbox
          checked={eligibility.match === 'both'}
          disabled={!eligibility.pastIncident}
          onChange={event => onChange({ ...policy, eligibility: { ...eligibility, match: event.target.checked ? 'both' : 'either' } })}
        >
          两个条件要同时符合
        </Checkbox>
        <Checkbox
          checked={eligibility.livingTogether}
          onChange={event => onChange({ ...policy, eligibility: { ...eligibility, livingTogether: event.target.checked } })}
        >
          家属监护人要与患者共同生活
        </Checkbox>
      </Form.Item>
      {CLOCKS.map(([key, label]) => (
        <NumberField
          key={key}
          id={key}
          label={label}
          value={policy.application[key]}
          min={1}
          max={60}
          unit="个工作日"
          onNumber={days => onChange({ ...policy, application: { ...policy.application, [key]: days } })}
        />
      ))}
    </div>
  );
}

/** How long each level of an application has. */
const CLOCKS = [
  ['villageDays', '申请：村（居）审核'],
  ['townshipDays', '申请：乡镇联合审核'],
  ['countyDays', '申请：县级审批'],
  ['objectDays', '申请：提出异议的期限'],
  ['answerDays', '申请：答复异议'],
] as const;

type YuanFieldProps = { id: string; label: string; fen: number | undefined; required?: boolean; onFen: (fen: number | undefined) => void };

/** As `fenTyped` reads it: the browser does not send a form with anything else in it. */
const AMOUNT = String.raw`[\d,]*\d(\.\d{1,2})?`;

/** An amount typed in yuan. */
function YuanField({ id, label, fen, required = false, onFen }: YuanFieldProps) {
  const [typed, setTyped] = useState(fen === undefined ? '' : yuan(fen));
  const unclear = typed !== '' && fenTyped(typed) === undefined;
  const type = (text: string) => {
    setTyped(text);
    const amount = fenTyped(text);
    if (amount !== undefined || text === '') onFen(amount);
  };
  return (
    <Form.Item label={label} htmlFor={id} {...(unclear ? { validateStatus: 'error', help: '请填写金额，最多两位小数' } : {})}>
      <Input
        id={id}
        inputMode="decimal"
        required={required}
        pattern={AMOUNT}
        value={typed}
        style={{ width: 160 }}
        onChange={event => type(event.target.value)}
      />
    </Form.Item>
  );
}
