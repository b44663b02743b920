import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { recordHealthExam } from '@guanhu/shared/assessment/assessment.routes';
import { ECG_FINDINGS, EXAM_NUMBERS, type ExamNumber } from '@guanhu/shared/assessment/assessment.terms';
import { readExam, type ExamTyped } from '@guanhu/shared/assessment/exam-typed.rules';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { newKey } from '../../../platform/api/new-key.ts';
import { phoneToday } from '../../../platform/now.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Done } from '../../../ui/done/done.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { TextArea, TextField } from '../../../ui/form/fields.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { wordOptions } from '../../../ui/form/options.ts';
import { Page } from '../../../ui/page/page.tsx';
import { PutOff } from '../../../ui/put-off/put-off.tsx';
import { useSaving } from '../saving.ts';
import { assessmentWords } from '../../../words/assessment.ts';
import { commonWords } from '../../../words/common.ts';

const ROWS: readonly { readonly title: string; readonly names: readonly ExamNumber[] }[] = [
  { title: assessmentWords.bloodPressure, names: ['systolic', 'diastolic'] },
  { title: assessmentWords.weight, names: ['weightKg'] },
  { title: assessmentWords.bloodCount, names: ['whiteCells', 'haemoglobin', 'platelets'] },
  { title: assessmentWords.liverAndSugar, names: ['alt', 'glucose'] },
];
const LATEST_DAYS = 366;

/** A health exam: fill in what there is, leave the rest blank. */
export default function ExamPage() {
  const { patientId = '', taskId } = useRouter().params;
  const today = phoneToday();
  const [examId] = useState(newKey);
  const [typed, setTyped] = useState<ExamTyped>({});
  const [on, setOn] = useState(today);
  const [where, setWhere] = useState('');
  const [tried, setTried] = useState(false);
  const { saving, save } = useSaving(recordHealthExam, assessmentWords.exam, assessmentWords.examSaved);
  if (saving.at === 'done')
    return (
      <Page>
        <Done title={saving.say} />
      </Page>
    );
  const read = readExam(typed);
  const send = () => {
    setTried(true);
    if (!('values' in read)) return;
    const place = where.trim();
    void save({ params: { patientId }, body: { examId, on, values: read.values, ...(place === '' ? {} : { where: place }) } });
  };
  return (
    <Page>
      <View className="gh-sub">{assessmentWords.fillWhatThereIs}</View>
      {ROWS.map(({ title, names }) => (
        <FormRow key={title} title={title}>
          {names.map(name => (
            <TextField
              key={name}
              value={typed[name] ?? ''}
              placeholder={assessmentWords.valueIn(EXAM_NUMBERS[name].label, EXAM_NUMBERS[name].unit)}
              most={7}
              onChange={value => setTyped({ ...typed, [name]: value })}
            />
          ))}
        </FormRow>
      ))}
      <FormRow title={assessmentWords.ecg}>
        <Chips options={wordOptions(ECG_FINDINGS)} value={typed.ecg} onChange={ecg => setTyped({ ...typed, ecg })} />
        {typed.ecg === 'abnormal' && (
          <TextField
            value={typed.ecgNote ?? ''}
            placeholder={assessmentWords.ecgHow}
            most={200}
            onChange={ecgNote => setTyped({ ...typed, ecgNote })}
          />
        )}
      </FormRow>
      <FormRow title={assessmentWords.general}>
        <TextArea
          value={typed.general ?? ''}
          placeholder={commonWords.speakIntoKeyboard}
          most={500}
          onChange={general => setTyped({ ...typed, general })}
        />
      </FormRow>
      <FormRow title={assessmentWords.examWhenWhere}>
        <DateField value={on} placeholder={commonWords.pickDate} earliest={addDays(today, -LATEST_DAYS)} latest={today} onChange={setOn} />
        <TextField value={where} placeholder={assessmentWords.examWhere} most={60} onChange={setWhere} />
      </FormRow>
      {tried && 'faults' in read && <View className="gh-form-row__fault">{read.faults.join(commonWords.clauseMark)}</View>}
      {saving.at === 'refused' && <View className="gh-form-row__fault">{saving.say}</View>}
      <BigButton busy={saving.at === 'saving'} onTap={send}>
        {assessmentWords.saveExam}
      </BigButton>
      <PutOff taskId={taskId} />
    </Page>
  );
}
