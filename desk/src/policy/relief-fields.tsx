import type { BenefitTerms, ReliefCondition, ReliefPolicy } from '@guanhu/shared/policy/relief-policy.terms';
import {
  BENEFIT_KEYS,
  BENEFITS,
  RELIEF_FACT_KEYS,
  RELIEF_FACTS,
  RELIEF_OFFICE_KEYS,
  RELIEF_OFFICES,
  type ReliefFact,
} from '@guanhu/shared/relief/relief.terms';
import { yuan } from '@guanhu/shared/kernel/fen';
import { Checkbox, Collapse, Form, Input, Select } from 'antd';
import { NumberField } from './number-field.tsx';

type Fields = { policy: ReliefPolicy; onChange: (policy: ReliefPolicy) => void };
const CLOCKS = [
  ['forwardDays', '村里几个工作日内收齐材料送出', 60, '个工作日'],
  ['objectDays', '家属几个工作日内可以提异议', 60, '个工作日'],
  ['answerDays', '异议几个工作日内答复', 60, '个工作日'],
  ['renewDays', '到期前几天提醒续办', 120, '天'],
] as const;

/** A condition is a fact and what it must be; the form names both at once. */
const written = ({ fact, is }: ReliefCondition): string => `${fact}:${is}`;
const CONDITIONS = RELIEF_FACT_KEYS.flatMap(fact => [
  { value: `${fact}:yes`, label: RELIEF_FACTS[fact].label },
  { value: `${fact}:no`, label: `不是：${RELIEF_FACTS[fact].label}` },
]);
const read = (values: readonly string[]): ReliefCondition[] =>
  values.map(value => {
    const [fact, is] = value.split(':');
    return { fact: fact as ReliefFact, is: is === 'no' ? 'no' : 'yes' };
  });

/** Who may have which benefit, with which papers, where and how fast; and what the estimate counts with. */
export function ReliefFields({ policy, onChange }: Fields) {
  const change = (benefit: (typeof BENEFIT_KEYS)[number], part: Partial<BenefitTerms>) =>
    onChange({ ...policy, benefits: { ...policy.benefits, [benefit]: { ...policy.benefits[benefit], ...part } } });
  const { reimbursement } = policy;
  const counts = (part: Partial<ReliefPolicy['reimbursement']>) => onChange({ ...policy, reimbursement: { ...reimbursement, ...part } });
  return (
    <>
      <Collapse
        items={BENEFIT_KEYS.map(benefit => ({
          key: benefit,
          label: BENEFITS[benefit].label,
          children: <BenefitFields id={benefit} terms={policy.benefits[benefit]} onTerms={part => change(benefit, part)} />,
        }))}
      />
      <div className="fields">
        {CLOCKS.map(([name, label, max, unit]) => (
          <NumberField
            key={name}
            id={name}
            label={label}
            value={policy[name]}
            min={1}
            max={max}
            unit={unit}
            onNumber={days => onChange({ ...policy, [name]: days })}
          />
        ))}
        <NumberField
          id="special-percent"
          label="门诊慢特病报销"
          value={reimbursement.special.percent}
          min={0}
          max={100}
          unit="%"
          onNumber={percent => counts({ special: { ...reimbursement.special, percent } })}
        />
        <NumberField
          id="ordinary-percent"
          label="普通门诊报销"
          value={reimbursement.ordinary.percent}
          min={0}
          max={100}
          unit="%"
          onNumber={percent => counts({ ordinary: { ...reimbursement.ordinary, percent } })}
        />
        <NumberField
          id="ordinary-deductible"
          label="普通门诊起付线"
          value={Math.round(reimbursement.ordinary.deductibleFen / 100)}
          min={0}
          max={100_000}
          unit="元"
          onNumber={whole => counts({ ordinary: { ...reimbursement.ordinary, deductibleFen: whole * 100 } })}
        />
        <NumberField
          id="relief-percent"
          label="医疗救助，剩下的"
          value={reimbursement.medicalReliefPercent}
          min={0}
          max={100}
          unit="%"
          onNumber={medicalReliefPercent => counts({ medicalReliefPercent })}
        />
        <NumberField
          id="rest-percent"
          label="残联补助，再剩下的"
          value={reimbursement.restPercent}
          min={0}
          max={100}
          unit="%"
          onNumber={restPercent => counts({ restPercent })}
        />
      </div>
    </>
  );
}

function BenefitFields({ id, terms, onTerms }: { id: string; terms: BenefitTerms; onTerms: (part: Partial<BenefitTerms>) => void }) {
  return (
    <>
      <Checkbox checked={terms.offered} onChange={event => onTerms({ offered: event.target.checked })}>
        本县有这一项
      </Checkbox>
      <Form.Item label="每一条都要符合" htmlFor={`all-${id}`}>
        <Select
          id={`all-${id}`}
          mode="multiple"
          options={CONDITIONS}
          value={terms.all.map(written)}
          onChange={values => onTerms({ all: read(values) })}
        />
      </Form.Item>
      <Form.Item label="符合其中一条就行" htmlFor={`any-${id}`}>
        <Select
          id={`any-${id}`}
          mode="multiple"
          options={CONDITIONS}
          value={terms.any.map(written)}
          onChange={values => onTerms({ any: read(values) })}
        />
      </Form.Item>
      <Form.Item label="要带的材料（一行一样）" htmlFor={`papers-${id}`}>
        <Input.TextArea
          id={`papers-${id}`}
          rows={3}
          defaultValue={terms.papers.join('\n')}
          onBlur={event =>
            onTerms({
              papers: event.target.value
                .split('\n')
                .map(line => line.trim())
                .filter(Boolean),
            })
          }
        />
      </Form.Item>
      <Form.Item label="办理部门" htmlFor={`office-${id}`}>
        <Select
          id={`office-${id}`}
          value={terms.office}
          onChange={office => onTerms({ office })}
          options={RELIEF_OFFICE_KEYS.map(value => ({ value, label: RELIEF_OFFICES[value] }))}
        />
      </Form.Item>
      <div className="fields">
        <NumberField
          id={`days-${id}`}
          label="办理期限"
          value={terms.workingDays}
          min={1}
          max={60}
          unit="个工作日"
          onNumber={workingDays => onTerms({ workingDays })}
        />
        <NumberField
          id={`fast-${id}`}
          label="快办期限（0 就是没有快办）"
          value={terms.fastWorkingDays ?? 0}
          min={0}
          max={60}
          unit="个工作日"
          onNumber={days => onTerms({ fastWorkingDays: days === 0 ? undefined : days })}
        />
        <NumberField
          id={`term-${id}`}
          label="有效期（0 就是长期）"
          value={terms.termMonths ?? 0}
          min={0}
          max={240}
          unit="个月"
          onNumber={months => onTerms({ termMonths: months === 0 ? undefined : months })}
        />
      </div>
    </>
  );
}

/** The policy as people say it. */
export const reliefFacts = ({ benefits, reimbursement, ...clocks }: ReliefPolicy): [string, string][] => [
  ...BENEFIT_KEYS.map((benefit): [string, string] => {
    const { offered, workingDays, fastWorkingDays, office } = benefits[benefit];
    const fast = fastWorkingDays === undefined ? '' : `，快办 ${fastWorkingDays} 个`;
    return [BENEFITS[benefit].label, offered ? `${RELIEF_OFFICES[office]}，${workingDays} 个工作日${fast}` : '本县没有'];
  }),
  ...CLOCKS.map(([name, label, , unit]): [string, string] => [label, `${clocks[name]} ${unit}`]),
  ['门诊慢特病', `报 ${reimbursement.special.percent}%${reimbursement.special.deductibleFen === 0 ? '，没有起付线' : ''}`],
  ['普通门诊', `超过 ${yuan(reimbursement.ordinary.deductibleFen)} 元的部分报 ${reimbursement.ordinary.percent}%`],
  ['医疗救助', `剩下的 ${reimbursement.medicalReliefPercent}%`],
  ['残联补助', `再剩下的 ${reimbursement.restPercent}%`],
];
