import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { recordCollection } from '@guanhu/shared/medication/collection.routes';
import { newKey } from '../../../platform/api/new-key.ts';
import { useTopOn } from '../../../platform/navigate/use-top-on.ts';
import { phoneToday } from '../../../platform/now.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Done } from '../../../ui/done/done.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { TextField } from '../../../ui/form/fields.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { dayInWords } from '../../../ui/time.ts';
import { useRecording } from '../use-recording.ts';
import { commonWords } from '../../../words/common.ts';
import { medicationWords } from '../../../words/medication.ts';

const DAYS = [7, 14, 30, 60, 90].map(days => ({ value: days, text: medicationWords.days(days) }));
const LATEST_DAYS = 30;

/** The family fetched medicine: for how many days, and nothing more that it would have to know. */
export default function CollectedPage() {
  const { patientId = '' } = useRouter().params;
  const { state, record } = useRecording(recordCollection, medicationWords.fetched);
  const [collectionId] = useState(newKey);
  const today = phoneToday();
  const [days, setDays] = useState<number>();
  const [on, setOn] = useState(today);
  const [drug, setDrug] = useState('');
  useTopOn(state.at === 'saved' || state.at === 'queued');
  if (state.at === 'saved' || state.at === 'queued') {
    const until = state.at === 'saved' ? state.value.runsOutOn : null;
    const sub =
      state.at === 'queued' ? commonWords.keptOnPhone : until ? medicationWords.lastsUntil(dayInWords(addDays(until, -1), today)) : '';
    return (
      <Page>
        <Done title={commonWords.noted} sub={sub} />
      </Page>
    );
  }
  const name = drug.trim();
  return (
    <Page>
      <FormRow title={medicationWords.howManyDays} note={medicationWords.howManyDaysNote}>
        <Chips options={DAYS} value={days} onChange={setDays} />
      </FormRow>
      <FormRow title={medicationWords.fetchedOn}>
        <DateField
          value={on}
          placeholder={medicationWords.chooseDate}
          earliest={addDays(today, -LATEST_DAYS)}
          latest={today}
          onChange={setOn}
        />
      </FormRow>
      <FormRow title={medicationWords.onlyOneDrug}>
        <TextField value={drug} placeholder={medicationWords.nameOnBox} most={40} onChange={setDrug} />
      </FormRow>
      {state.at === 'refused' && <View className="gh-form-row__fault">{state.say}</View>}
      <BigButton
        busy={state.at === 'saving'}
        disabled={days === undefined}
        onTap={() => {
          if (days !== undefined)
            void record({ patientId }, { collectionId, on, days, ...(name === '' ? {} : { drug: name }) }, collectionId);
        }}
      >
        {commonWords.noteDown}
      </BigButton>
    </Page>
  );
}
