import {
  ADVERSE_REACTIONS,
  CONFINEMENTS,
  DANGEROUS_ACTS,
  EFFECTS,
  HOSPITALISATIONS,
  LAB_TESTS,
  REFERRALS,
  REHABILITATIONS,
} from '@guanhu/shared/visits/visits.terms';
import { Chips, MultiChips } from '../../../../ui/form/chips.tsx';
import { TextField } from '../../../../ui/form/fields.tsx';
import { FormRow } from '../../../../ui/form/form-row.tsx';
import { numberOptions, wordOptions } from '../../../../ui/form/options.ts';
import { Stepper } from '../../../../ui/stepper/stepper.tsx';
import type { Answers } from '../visit-form.ts';
import type { FieldsProps } from './visit-fields.tsx';

type Act = keyof typeof DANGEROUS_ACTS;
const YES_NO = [
  { value: 'no', text: '没有' },
  { value: 'yes', text: '有' },
] as const;
const yesNo = (value: boolean | undefined) => (value === undefined ? undefined : value ? 'yes' : 'no');
const NO_ACTS = 'none';

/** The rest of the form: a blank stays a blank. */
export function MoreFields({ answers, onChange }: FieldsProps) {
  const set = (part: Answers) => onChange({ ...answers, ...part });
  const acts = answers.dangerousActs;
  const happened = acts === undefined ? [] : (Object.keys(acts) as Act[]);
  return (
    <>
      <FormRow title="上次以来的危险行为">
        <MultiChips<Act | typeof NO_ACTS>
          options={[{ value: NO_ACTS, text: '无' }, ...wordOptions(DANGEROUS_ACTS)]}
          values={acts !== undefined && happened.length === 0 ? [NO_ACTS] : happened}
          onChange={tapped => {
            const { dangerousActs: before, ...rest } = answers;
            const real = tapped.filter((each): each is Act => each !== NO_ACTS);
            const none = tapped.includes(NO_ACTS) && (before === undefined || Object.keys(before).length > 0);
            if (none) onChange({ ...rest, dangerousActs: {} });
            else if (real.length === 0) onChange(rest);
            else onChange({ ...rest, dangerousActs: Object.fromEntries(real.map(act => [act, before?.[act] ?? 1])) });
          }}
        />
        {happened.map(act => (
          <Stepper
            key={act}
            words={DANGEROUS_ACTS[act]}
            count={acts?.[act] ?? 1}
            least={1}
            most={99}
            onChange={count => set({ dangerousActs: { ...acts, [act]: count } })}
          />
        ))}
      </FormRow>
      <FormRow title="关锁" note="关着或锁着会另外通知权益保护，马上处理">
        <Chips options={numberOptions(CONFINEMENTS)} value={answers.confinement} onChange={confinement => set({ confinement })} />
      </FormRow>
      <FormRow title="住院">
        <Chips
          options={numberOptions(HOSPITALISATIONS)}
          value={answers.hospitalisation}
          onChange={hospitalisation => set({ hospitalisation })}
        />
      </FormRow>
      <FormRow title="药物不良反应">
        <Chips
          options={numberOptions(ADVERSE_REACTIONS)}
          value={answers.adverseReaction}
          onChange={adverseReaction => set({ adverseReaction })}
        />
      </FormRow>
      {answers.adverseReaction === 2 && (
        <FormRow title="是急性的、严重的吗？">
          <Chips options={YES_NO} value={yesNo(answers.acuteReaction)} onChange={value => set({ acuteReaction: value === 'yes' })} />
        </FormRow>
      )}
      <FormRow title="有严重的身体疾病吗？">
        <Chips options={YES_NO} value={yesNo(answers.seriousIllness)} onChange={value => set({ seriousIllness: value === 'yes' })} />
      </FormRow>
      <FormRow title="实验室检查">
        <Chips options={numberOptions(LAB_TESTS)} value={answers.labTest} onChange={labTest => set({ labTest })} />
      </FormRow>
      <FormRow title="治疗效果">
        <Chips options={numberOptions(EFFECTS)} value={answers.effect} onChange={effect => set({ effect })} />
      </FormRow>
      <FormRow title="转诊">
        <Chips options={numberOptions(REFERRALS)} value={answers.referral} onChange={referral => set({ referral })} />
        {answers.referral === 2 && (
          <>
            <TextField
              value={answers.referralReason ?? ''}
              placeholder="转诊原因"
              most={200}
              onChange={referralReason => set({ referralReason })}
            />
            <TextField
              value={answers.referralTo ?? ''}
              placeholder="转到哪家医院、哪个科"
              most={60}
              onChange={referralTo => set({ referralTo })}
            />
          </>
        )}
      </FormRow>
      <FormRow title="康复措施">
        <MultiChips
          options={numberOptions(REHABILITATIONS)}
          values={answers.rehabilitation ?? []}
          onChange={codes => {
            const { rehabilitation: _, ...rest } = answers;
            onChange(codes.length === 0 ? rest : { ...rest, rehabilitation: [...codes] });
          }}
        />
      </FormRow>
    </>
  );
}
