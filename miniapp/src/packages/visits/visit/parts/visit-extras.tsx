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
import { visitsWords } from '../../../../words/visits.ts';

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
  const words = visitsWords.quickNoted(
    momentInWords(quick.at, phoneToday()),
    SEAT_LABELS[quick.seat],
    quick.visitorName,
    Object.keys(quick.answers).length,
  );
  return (
    <Card title={visitsWords.takeOver}>
      <View className="gh-sub">{taken ? visitsWords.takenOver(words) : words}</View>
      {!taken && (
        <View className="gh-gap">
          <BigButton
            look="line"
            onTap={() => onChange(now => ({ answers: { ...quick.answers, ...now.answers }, absorbedFrom: quick.visitId }))}
          >
            {visitsWords.takeOverBlanks}
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
        <FormRow title={visitsWords.companions} note={visitsWords.companionsNote}>
          <MultiChips
            options={form.team.map(({ personId, name, seat }) => ({ value: personId, text: `${SEAT_LABELS[seat]} ${name}` }))}
            values={companions}
            onChange={values => onChange({ companions: values })}
          />
        </FormRow>
      )}
      {isLate && (
        <FormRow title={visitsWords.lateWhy}>
          <TextField
            value={draft.lateReason ?? ''}
            placeholder={visitsWords.oneSentence}
            most={200}
            onChange={lateReason => onChange({ lateReason })}
          />
        </FormRow>
      )}
      {answers['result'] === 'done' && score === undefined && (
        <BigButton look="line" onTap={() => onChange({ score: scoreFrom(answers as unknown as NationalRecord) })}>
          {visitsWords.scoreOptional}
        </BigButton>
      )}
      {answers['result'] === 'done' && score !== undefined && (
        <Card title={visitsWords.score}>
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
