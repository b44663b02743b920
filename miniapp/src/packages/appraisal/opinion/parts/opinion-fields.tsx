import { View } from '@tarojs/components';
import { APPRAISAL_OUTCOMES, DUTY_CLAUSES, DUTY_CLAUSE_CODES, type DutyClause } from '@guanhu/shared/appraisal/appraisal.terms';
import { phoneToday } from '../../../../platform/now.ts';
import { Chips, MultiChips } from '../../../../ui/form/chips.tsx';
import { DateField } from '../../../../ui/form/date-field.tsx';
import { TextArea } from '../../../../ui/form/fields.tsx';
import { FormRow } from '../../../../ui/form/form-row.tsx';
import { wordOptions } from '../../../../ui/form/options.ts';
import type { Opinion } from '../opinion-form.ts';

/** The opinion; its grounds appear with a deduction only. */
export function OpinionFields({ opinion, onChange }: { opinion: Opinion; onChange: (opinion: Opinion) => void }) {
  const set = (part: Partial<Opinion>) => onChange({ ...opinion, ...part });
  const chosen = DUTY_CLAUSE_CODES.filter(clause => opinion.breaches[clause] !== undefined);
  const deducts = opinion.outcome === 'partial' || opinion.outcome === 'zero';
  return (
    <>
      <FormRow title="您的意见" note="两个人意见一致才算认定">
        <Chips options={wordOptions(APPRAISAL_OUTCOMES)} value={opinion.outcome} onChange={outcome => set({ outcome })} />
      </FormRow>
      {deducts && (
        <>
          <FormRow title="哪一条没做到">
            <MultiChips<DutyClause>
              options={wordOptions(DUTY_CLAUSES)}
              values={chosen}
              onChange={clauses => set({ breaches: Object.fromEntries(clauses.map(clause => [clause, opinion.breaches[clause] ?? ''])) })}
            />
            {chosen.map(clause => (
              <View key={clause} className="gh-gap">
                <View className="gh-sub">{`${DUTY_CLAUSES[clause]}：证据`}</View>
                <TextArea
                  value={opinion.breaches[clause] ?? ''}
                  placeholder="哪一天、怎么回事、谁知道"
                  most={500}
                  onChange={evidence => set({ breaches: { ...opinion.breaches, [clause]: evidence } })}
                />
              </View>
            ))}
          </FormRow>
          <FormRow title="哪一天听监护人说过">
            <DateField value={opinion.heardOn} placeholder="点这里选日期" latest={phoneToday()} onChange={heardOn => set({ heardOn })} />
          </FormRow>
        </>
      )}
      <FormRow title="说明（可以不写）">
        <TextArea value={opinion.note} placeholder="给另一位认定人看" most={500} onChange={note => set({ note })} />
      </FormRow>
    </>
  );
}
