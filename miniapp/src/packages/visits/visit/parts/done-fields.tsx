import { View } from '@tarojs/components';
import { CLASS_REASONS, RISK_MEANINGS } from '@guanhu/shared/assessment/assessment.terms';
import { STABILITIES, STABILITY_KEYS } from '@guanhu/shared/policy/stability.terms';
import { RISK_RATINGS } from '@guanhu/shared/registry/risk-rating.rules';
import {
  ADHERENCES,
  CONDITIONS,
  INSIGHTS,
  RESPONDENTS,
  SOCIAL_FUNCTIONS,
  SYMPTOMS,
  WORK_CONDITIONS,
} from '@guanhu/shared/visits/visits.terms';
import { Card } from '../../../../ui/card/card.tsx';
import { Chips, MultiChips } from '../../../../ui/form/chips.tsx';
import { TextArea } from '../../../../ui/form/fields.tsx';
import { FormRow } from '../../../../ui/form/form-row.tsx';
import { numberOptions } from '../../../../ui/form/options.ts';
import { proposalOf, type Answers } from '../visit-form.ts';
import type { FieldsProps } from './visit-fields.tsx';

const RISKS = RISK_RATINGS.map(value => ({ value, text: String(value) }));
const CLASSES = STABILITY_KEYS.map(value => ({ value, text: STABILITIES[value].label }));
const NONE = 0;
const SYMPTOM_CHIPS = [{ value: NONE, text: '没有症状' }, ...numberOptions(SYMPTOMS)];
type Symptoms = NonNullable<Answers['symptoms']>;

/** "None" and a symptom exclude each other; the last tap counts. Empty means none was found, undefined that nobody asked. */
function symptomsAfter(before: Symptoms | undefined, tapped: readonly number[]): Symptoms | undefined {
  const hadNone = before?.length === 0;
  const real = tapped.filter(code => code !== NONE);
  if (tapped.includes(NONE) && !hadNone) return [];
  if (real.length > 0) return real as Symptoms;
  return undefined;
}

/** The core of the national form, in the order of a talk at the door; the class last, with what the findings speak for. */
export function DoneFields({ answers, faults, onChange }: FieldsProps) {
  const set = (part: Answers) => onChange({ ...answers, ...part });
  const proposal = proposalOf(answers);
  const functionOf = (name: keyof typeof SOCIAL_FUNCTIONS) => (
    <View key={name}>
      <View className="gh-sub gh-gap">{SOCIAL_FUNCTIONS[name]}</View>
      <Chips<1 | 2 | 3 | 9>
        options={numberOptions(name === 'work' ? WORK_CONDITIONS : CONDITIONS)}
        value={answers.functions?.[name]}
        onChange={value => set({ functions: { ...answers.functions, [name]: value } })}
      />
    </View>
  );
  return (
    <>
      <FormRow title="见到了谁" fault={faults.respondents}>
        <MultiChips
          options={numberOptions(RESPONDENTS)}
          values={answers.respondents ?? []}
          onChange={respondents => set({ respondents: [...respondents] })}
        />
      </FormRow>
      <FormRow title="目前症状">
        <MultiChips<number>
          options={SYMPTOM_CHIPS}
          values={answers.symptoms?.length === 0 ? [NONE] : (answers.symptoms ?? [])}
          onChange={tapped => {
            const { symptoms: before, ...rest } = answers;
            const symptoms = symptomsAfter(before, tapped);
            onChange(symptoms === undefined ? rest : { ...rest, symptoms });
          }}
        />
      </FormRow>
      <FormRow title="服药">
        <Chips options={numberOptions(ADHERENCES)} value={answers.adherence} onChange={adherence => set({ adherence })} />
      </FormRow>
      <FormRow
        title="危险性"
        note={answers.risk === undefined ? '上次随访以来最高的一级' : `${String(answers.risk)} 级：${RISK_MEANINGS[answers.risk]}`}
        fault={faults.risk}
      >
        <Chips options={RISKS} value={answers.risk} onChange={risk => set({ risk })} />
      </FormRow>
      <FormRow title="自知力">
        <Chips options={numberOptions(INSIGHTS)} value={answers.insight} onChange={insight => set({ insight })} />
      </FormRow>
      <FormRow title="睡眠和饮食">
        <View className="gh-sub gh-gap">睡眠</View>
        <Chips options={numberOptions(CONDITIONS)} value={answers.sleep} onChange={sleep => set({ sleep })} />
        <View className="gh-sub gh-gap">饮食</View>
        <Chips options={numberOptions(CONDITIONS)} value={answers.appetite} onChange={appetite => set({ appetite })} />
      </FormRow>
      <FormRow title="社会功能">{(Object.keys(SOCIAL_FUNCTIONS) as (keyof typeof SOCIAL_FUNCTIONS)[]).map(functionOf)}</FormRow>
      {proposal && (
        <Card title={`建议分类：${STABILITIES[proposal.stability].label}`}>
          <View className="gh-sub">{proposal.reasons.map(reason => CLASS_REASONS[reason]).join('；')}</View>
        </Card>
      )}
      <FormRow title="随访分类" note="软件只是建议，由您决定" fault={faults.stability}>
        <Chips options={CLASSES} value={answers.stability} onChange={stability => set({ stability })} />
      </FormRow>
      {proposal && answers.stability !== undefined && answers.stability !== proposal.stability && (
        <FormRow title="为什么不按建议" fault={faults.overrideReason}>
          <TextArea
            value={answers.overrideReason ?? ''}
            placeholder="一句话就行"
            most={200}
            onChange={overrideReason => set({ overrideReason })}
          />
        </FormRow>
      )}
    </>
  );
}
