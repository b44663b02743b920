import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { recordCollection } from '@guanhu/shared/medication/collection.routes';
import { newKey } from '../../../platform/api/new-key.ts';
import { goBack } from '../../../platform/navigate';
import { useTopOn } from '../../../platform/navigate/use-top-on.ts';
import { phoneToday } from '../../../platform/now.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { TextField } from '../../../ui/form/fields.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty } from '../../../ui/states/states.tsx';
import { dayInWords } from '../../../ui/time.ts';
import { useRecording } from '../use-recording.ts';

const DAYS = [7, 14, 30, 60, 90].map(days => ({ value: days, text: `${String(days)} 天` }));
const LATEST_DAYS = 30;

/** The family fetched medicine: for how many days, and nothing more that it would have to know. */
export default function CollectedPage() {
  const { patientId = '' } = useRouter().params;
  const { state, record } = useRecording(recordCollection, '已取药');
  const [collectionId] = useState(newKey);
  const today = phoneToday();
  const [days, setDays] = useState<number>();
  const [on, setOn] = useState(today);
  const [drug, setDrug] = useState('');
  useTopOn(state.at === 'saved' || state.at === 'queued');
  if (state.at === 'saved' || state.at === 'queued') {
    const until = state.at === 'saved' ? state.value.runsOutOn : null;
    const sub =
      state.at === 'queued' ? '已记在手机里，有网会自动上传' : until ? `算下来够吃到${dayInWords(addDays(until, -1), today)}` : '';
    return (
      <Page>
        <Empty title="已记下" sub={sub}>
          <View className="gh-gap">
            <BigButton onTap={goBack}>好</BigButton>
          </View>
        </Empty>
      </Page>
    );
  }
  const name = drug.trim();
  return (
    <Page>
      <FormRow title="够吃几天？" note="看药袋、药盒上写的，或医生说的">
        <Chips options={DAYS} value={days} onChange={setDays} />
      </FormRow>
      <FormRow title="哪天取的？">
        <DateField value={on} placeholder="选日期" earliest={addDays(today, -LATEST_DAYS)} latest={today} onChange={setOn} />
      </FormRow>
      <FormRow title="只取了一种药？写药盒上的名字（可以不写）">
        <TextField value={drug} placeholder="药盒上的名字" most={40} onChange={setDrug} />
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
        记下
      </BigButton>
    </Page>
  );
}
