import { useState } from 'react';
import { View } from '@tarojs/components';
import { dayOf, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { ClueAnswer, ReviewClueBody } from '@guanhu/shared/screening/clue.contract';
import { FINDINGS } from '@guanhu/shared/screening/clue.terms';
import { newKey } from '../../../../platform/api/new-key.ts';
import { BigButton } from '../../../../ui/button/big-button.tsx';
import { Chips } from '../../../../ui/form/chips.tsx';
import { DateField } from '../../../../ui/form/date-field.tsx';
import { TextArea, TextField } from '../../../../ui/form/fields.tsx';
import { FormRow } from '../../../../ui/form/form-row.tsx';
import { wordOptions } from '../../../../ui/form/options.ts';
import { Sheet } from '../../../../ui/sheet/sheet.tsx';
import { commonWords } from '../../../../words/common.ts';
import { screeningWords } from '../../../../words/screening.ts';
import { reviewOf, type ReviewForm } from '../review-form.ts';

type ReviewCardProps = {
  readonly clue: ClueAnswer;
  readonly today: CalendarDate;
  readonly busy: boolean;
  readonly onReview: (body: ReviewClueBody) => void;
};

/** What a psychiatrist found, written down by the doctor of the township and asked once more. */
export function ReviewCard({ clue: { version, reportedAt }, today, busy, onReview }: ReviewCardProps) {
  const [form, setForm] = useState<ReviewForm>({ finding: undefined, reviewedOn: today, psychiatrist: '', hospital: '', opinion: '' });
  // Of the file that comes of it: the same however often it is sent.
  const [patientId] = useState(newKey);
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const change = (part: Partial<ReviewForm>) => setForm(before => ({ ...before, ...part }));
  const review = reviewOf(form);
  return (
    <>
      <FormRow title={screeningWords.findingAsk} note={screeningWords.findingNote}>
        <Chips options={wordOptions(FINDINGS)} value={form.finding} onChange={finding => change({ finding })} />
      </FormRow>
      <FormRow title={screeningWords.whoSaw}>
        <TextField
          value={form.psychiatrist}
          placeholder={screeningWords.psychiatrist}
          most={30}
          onChange={psychiatrist => change({ psychiatrist })}
        />
        <TextField value={form.hospital} placeholder={screeningWords.hospital} most={60} onChange={hospital => change({ hospital })} />
      </FormRow>
      <FormRow title={screeningWords.seenOn}>
        <DateField
          value={form.reviewedOn}
          placeholder={commonWords.pickDate}
          earliest={dayOf(new Date(reportedAt))}
          latest={today}
          onChange={reviewedOn => change({ reviewedOn })}
        />
      </FormRow>
      <FormRow title={screeningWords.opinionAsk}>
        <TextArea value={form.opinion} placeholder={commonWords.speakIntoKeyboard} most={500} onChange={opinion => change({ opinion })} />
      </FormRow>
      {tried && !review && <View className="gh-form-row__fault">{screeningWords.reviewMissing}</View>}
      <BigButton
        busy={busy}
        onTap={() => {
          setTried(true);
          setAsking(review !== undefined);
        }}
      >
        {screeningWords.writeReview}
      </BigButton>
      <Sheet
        open={asking && review !== undefined}
        title={screeningWords.writeReviewAsk}
        confirm={screeningWords.writeReview}
        busy={busy}
        onConfirm={() => {
          setAsking(false);
          if (review) onReview({ version, patientId, ...review });
        }}
        onClose={() => setAsking(false)}
      >
        {review && FINDINGS[review.finding]}
      </Sheet>
    </>
  );
}
