import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { readStanding, recordRiskReview } from '@guanhu/shared/assessment/assessment.routes';
import { RISK_MEANINGS } from '@guanhu/shared/assessment/assessment.terms';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { STABILITIES, STABILITY_KEYS, type Stability } from '@guanhu/shared/policy/stability.terms';
import { RISK_RATINGS, type RiskRating } from '@guanhu/shared/registry/risk-rating.rules';
import { newKey } from '../../../platform/api/new-key.ts';
import { useRead } from '../../../platform/api/use-read.ts';
import { phoneToday } from '../../../platform/now.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Done } from '../../../ui/done/done.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { TextArea } from '../../../ui/form/fields.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { PutOff } from '../../../ui/put-off/put-off.tsx';
import { monthDay } from '../../../ui/time.ts';
import { useSaving } from '../saving.ts';
import { assessmentWords } from '../../../words/assessment.ts';
import { commonWords } from '../../../words/common.ts';

const CLASSES = STABILITY_KEYS.map(value => ({ value, text: STABILITIES[value].label }));
const LEVELS = RISK_RATINGS.map(value => ({ value, text: assessmentWords.level(value) }));
const LATEST_DAYS = 7;

/** The doctor's review: the level, in the form's own words, and the class. */
export default function ReviewPage() {
  const { patientId = '', taskId } = useRouter().params;
  const standing = useRead(readStanding, { params: { patientId } }).value;
  const today = phoneToday();
  const [reviewId] = useState(newKey);
  const [risk, setRisk] = useState<RiskRating>();
  const [stability, setStability] = useState<Stability>();
  const [on, setOn] = useState(today);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const { saving, save } = useSaving(recordRiskReview, assessmentWords.review, assessmentWords.reviewSaved);
  if (saving.at === 'done')
    return (
      <Page>
        <Done title={saving.say} />
      </Page>
    );
  const send = () => {
    setTried(true);
    if (risk === undefined || stability === undefined) return;
    const words = note.trim();
    void save({ params: { patientId }, body: { reviewId, on, risk, stability, ...(words === '' ? {} : { note: words }) } });
  };
  return (
    <Page>
      {typeof standing?.risk === 'number' && (
        <Card title={assessmentWords.lastTime}>
          <View className="gh-sub">
            {[
              assessmentWords.riskLevel(standing.risk),
              standing.stability === null ? '' : STABILITIES[standing.stability].label,
              standing.riskOn === null ? '' : monthDay(standing.riskOn),
            ]
              .filter(Boolean)
              .join(' · ')}
          </View>
        </Card>
      )}
      <FormRow
        title={assessmentWords.risk}
        note={risk === undefined ? assessmentWords.riskNote : assessmentWords.riskMeaning(risk, RISK_MEANINGS[risk])}
        fault={tried && risk === undefined ? assessmentWords.chooseRisk : undefined}
      >
        <Chips options={LEVELS} value={risk} onChange={setRisk} />
      </FormRow>
      <FormRow title={assessmentWords.stability} fault={tried && stability === undefined ? assessmentWords.chooseStability : undefined}>
        <Chips options={CLASSES} value={stability} onChange={setStability} />
      </FormRow>
      <FormRow title={assessmentWords.diagnosis} note={assessmentWords.doctorsOnly}>
        <TextArea value={note} placeholder={commonWords.speakIntoKeyboard} most={1000} onChange={setNote} />
      </FormRow>
      <FormRow title={assessmentWords.assessedOn}>
        <DateField value={on} placeholder={commonWords.pickDate} earliest={addDays(today, -LATEST_DAYS)} latest={today} onChange={setOn} />
      </FormRow>
      {saving.at === 'refused' && <View className="gh-form-row__fault">{saving.say}</View>}
      <BigButton busy={saving.at === 'saving'} onTap={send}>
        {assessmentWords.saveReview}
      </BigButton>
      <PutOff taskId={taskId} />
    </Page>
  );
}
