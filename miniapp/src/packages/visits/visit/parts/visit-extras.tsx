import { View } from '@tarojs/components';
import { SEAT_LABELS } from '@guanhu/shared/care-team/seats.terms';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import { SCORE_FIELDS } from '@guanhu/shared/visits/score-form.terms';
import { scoreFrom } from '@guanhu/shared/visits/score.rules';
import type { NationalRecord } from '@guanhu/shared/visits/visit-record.terms';
import type { readVisitForm } from '@guanhu/shared/visits/visits.routes';
import { phoneToday } from '../../../../platform/now.ts';
import { BigButton } from '../../../../ui/button/big-button.tsx';
import { Card } from '../../../../ui/card/card.tsx';
import { MultiChips } from '../../../../ui/form/chips.tsx';
import { TextField } from '../../../../ui/form/fields.tsx';
import { FormRow } from '../../../../ui/form/form-row.tsx';
import { momentInWords } from '../../../../ui/time.ts';
import type { Change } from '../draft.rules.ts';
import type { Draft } from '../drafts.ts';
import { FormField } from './form-field.tsx';

type Form = AnswerOf<typeof readVisitForm>;
type ExtrasProps = {
  readonly draft: Draft;
  readonly form: Form | undefined;
  readonly onChange: (change: Change | ((now: Draft) => Change)) => void;
};

/** What the grid worker wrote down, for the doctor's record: only blanks are filled, and where it came from stays known. */
export function QuickToAbsorb({ draft, form, onChange }: ExtrasProps) {
  const quick = form?.quick;
  if (draft.form !== 'national' || !quick || draft.answers['result'] !== 'done') return null;
  const taken = draft.absorbedFrom === quick.visitId;
  const words = `${momentInWords(quick.at, phoneToday())} ${SEAT_LABELS[quick.seat]}${quick.visitorName}记过 ${String(Object.keys(quick.answers).length)} 项`;
  return (
    <Card title="快速记录可以带入">
      <View className="gh-sub">{taken ? `${words}，已带入；可以再改` : words}</View>
      {!taken && (
        <View className="gh-gap">
          <BigButton
            look="line"
            onTap={() => onChange(now => ({ answers: { ...quick.answers, ...now.answers }, absorbedFrom: quick.visitId }))}
          >
            带入没填的项
          </BigButton>
        </View>
      )}
    </Card>
  );
}

/** Who came along, why it is late, and the score sheet; none of it holds anybody up. */
export function VisitExtras({ draft, form, isLate, onChange }: ExtrasProps & { readonly isLate: boolean }) {
  const { companions, score, answers } = draft;
  return (
    <>
      {form && form.team.length > 0 && (
        <FormRow title="一起来的人" note="记一次，大家都算；他们会收到，可以确认或说没到">
          <MultiChips
            options={form.team.map(({ personId, name, seat }) => ({ value: personId, text: `${SEAT_LABELS[seat]} ${name}` }))}
            values={companions}
            onChange={values => onChange({ companions: values })}
          />
        </FormRow>
      )}
      {isLate && (
        <FormRow title="为什么过了几天才填">
          <TextField value={draft.lateReason ?? ''} placeholder="一句话就行" most={200} onChange={lateReason => onChange({ lateReason })} />
        </FormRow>
      )}
      {answers['result'] === 'done' && score === undefined && (
        <BigButton look="line" onTap={() => onChange({ score: scoreFrom(answers as unknown as NationalRecord) })}>
          随访探视积分表（可以不填）
        </BigButton>
      )}
      {answers['result'] === 'done' && score !== undefined && (
        <Card title="随访探视积分表">
          {SCORE_FIELDS.map(field => (
            <FormField
              key={field.key}
              field={field}
              value={score[field.key]}
              onChange={value => onChange(now => ({ score: { ...now.score, [field.key]: value } }))}
            />
          ))}
        </Card>
      )}
    </>
  );
}
