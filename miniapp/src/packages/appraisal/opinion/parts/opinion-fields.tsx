import { View } from '@tarojs/components';
import { APPRAISAL_OUTCOMES, DUTY_CLAUSES, DUTY_CLAUSE_CODES, type DutyClause } from '@guanhu/shared/appraisal/appraisal.terms';
import { phoneToday } from '../../../../platform/now.ts';
import { Chips, MultiChips } from '../../../../ui/form/chips.tsx';
import { DateField } from '../../../../ui/form/date-field.tsx';
import { TextArea } from '../../../../ui/form/fields.tsx';
import { FormRow } from '../../../../ui/form/form-row.tsx';
import { wordOptions } from '../../../../ui/form/options.ts';
import type { Opinion } from '../opinion-form.ts';
import { appraisalWords } from '../../../../words/appraisal.ts';
import { commonWords } from '../../../../words/common.ts';

/** The opinion; its grounds appear with a deduction only. */
export function OpinionFields({ opinion, onChange }: { opinion: Opinion; onChange: (opinion: Opinion) => void }) {
  const set = (part: Partial<Opinion>) => onChange({ ...opinion, ...part });
  const chosen = DUTY_CLAUSE_CODES.filter(clause => opinion.breaches[clause] !== undefined);
  const deducts = opinion.outcome === 'partial' || opinion.outcome === 'zero';
  return (
    <>
      <FormRow title={appraisalWords.yourOpinion} note={appraisalWords.twoMustAgree}>
        <Chips options={wordOptions(APPRAISAL_OUTCOMES)} value={opinion.outcome} onChange={outcome => set({ outcome })} />
      </FormRow>
      {deducts && (
        <>
          <FormRow title={appraisalWords.whichClause}>
            <MultiChips<DutyClause>
              options={wordOptions(DUTY_CLAUSES)}
              values={chosen}
              onChange={clauses => set({ breaches: Object.fromEntries(clauses.map(clause => [clause, opinion.breaches[clause] ?? ''])) })}
            />
            {chosen.map(clause => (
              <View key={clause} className="gh-gap">
                <View className="gh-sub">{appraisalWords.evidenceOf(DUTY_CLAUSES[clause])}</View>
                <TextArea
                  value={opinion.breaches[clause] ?? ''}
                  placeholder={appraisalWords.evidencePlaceholder}
                  most={500}
                  onChange={evidence => set({ breaches: { ...opinion.breaches, [clause]: evidence } })}
                />
              </View>
            ))}
          </FormRow>
          <FormRow title={appraisalWords.heardOn}>
            <DateField
              value={opinion.heardOn}
              placeholder={commonWords.pickDate}
              latest={phoneToday()}
              onChange={heardOn => set({ heardOn })}
            />
          </FormRow>
        </>
      )}
      <FormRow title={appraisalWords.explain}>
        <TextArea value={opinion.note} placeholder={appraisalWords.forTheOther} most={500} onChange={note => set({ note })} />
      </FormRow>
    </>
  );
}
