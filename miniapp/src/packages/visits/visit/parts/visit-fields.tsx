import { useState } from 'react';
import { VISIT_FORMS, VISIT_RESULTS, LOST_REASONS, DEATH_CAUSES, FATAL_ILLNESSES } from '@guanhu/shared/visits/visits.terms';
import { phoneToday } from '../../../../platform/now.ts';
import { BigButton } from '../../../../ui/button/big-button.tsx';
import { Chips } from '../../../../ui/form/chips.tsx';
import { DateField } from '../../../../ui/form/date-field.tsx';
import { TextArea } from '../../../../ui/form/fields.tsx';
import { FormRow } from '../../../../ui/form/form-row.tsx';
import { numberOptions, wordOptions } from '../../../../ui/form/options.ts';
import type { Answers, Faults } from '../visit-form.ts';
import { DoneFields } from './done-fields.tsx';
import { MoreFields } from './more-fields.tsx';

export type FieldsProps = { readonly answers: Answers; readonly faults: Faults; readonly onChange: (answers: Answers) => void };

/** The outcome first; then what that outcome asks for. */
export function VisitFields({ answers, faults, onChange }: FieldsProps) {
  const [more, setMore] = useState(false);
  const set = (part: Answers) => onChange({ ...answers, ...part });
  return (
    <>
      <FormRow title="这次见到了吗？" fault={faults.result}>
        <Chips options={wordOptions(VISIT_RESULTS)} value={answers.result} onChange={result => set({ result })} />
      </FormRow>
      {(answers.result === 'done' || answers.result === 'missed') && (
        <FormRow title="随访形式" fault={faults.form}>
          <Chips options={numberOptions(VISIT_FORMS)} value={answers.form} onChange={form => set({ form })} />
        </FormRow>
      )}
      {answers.result === 'lost' && (
        <FormRow title="失访原因" fault={faults.lostReason}>
          <Chips options={numberOptions(LOST_REASONS)} value={answers.lostReason} onChange={lostReason => set({ lostReason })} />
        </FormRow>
      )}
      {answers.result === 'deceased' && (
        <>
          <FormRow title="死亡日期" fault={faults.diedOn}>
            <DateField value={answers.diedOn} placeholder="点这里选日期" latest={phoneToday()} onChange={diedOn => set({ diedOn })} />
          </FormRow>
          <FormRow title="死亡原因" fault={faults.deathCause}>
            <Chips options={numberOptions(DEATH_CAUSES)} value={answers.deathCause} onChange={deathCause => set({ deathCause })} />
          </FormRow>
          {answers.deathCause === 1 && (
            <FormRow title="是哪种病">
              <Chips
                options={numberOptions(FATAL_ILLNESSES)}
                value={answers.fatalIllness}
                onChange={fatalIllness => set({ fatalIllness })}
              />
            </FormRow>
          )}
        </>
      )}
      {answers.result === 'done' && <DoneFields answers={answers} faults={faults} onChange={onChange} />}
      {answers.result === 'done' && more && <MoreFields answers={answers} faults={faults} onChange={onChange} />}
      {answers.result === 'done' && !more && (
        <BigButton look="line" onTap={() => setMore(true)}>
          还有几项可以填（关锁、住院、转诊、康复…）
        </BigButton>
      )}
      {answers.result !== undefined && (
        <FormRow title="说明（可以不写）">
          <TextArea value={answers.note ?? ''} placeholder="可以点键盘上的话筒，直接说" most={1000} onChange={note => set({ note })} />
        </FormRow>
      )}
    </>
  );
}
