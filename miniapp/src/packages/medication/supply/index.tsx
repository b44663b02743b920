import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { inWords, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { ARRIVALS, ARRIVAL_KEYS } from '@guanhu/shared/medication/medication.terms';
import { readMedication } from '@guanhu/shared/medication/regimen.routes';
import { recordDispensing } from '@guanhu/shared/medication/supply.routes';
import { newKey } from '../../../platform/api/new-key.ts';
import { useRead } from '../../../platform/api/use-read.ts';
import { goBack } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { TextField } from '../../../ui/form/fields.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { useRecording } from '../use-recording.ts';
import { dispensingBody, type SupplyForm } from './supply-form.ts';

const DAYS = [7, 14, 30, 60, 90].map(days => ({ value: days, text: `${String(days)} 天` }));
const FREE = [
  { value: 'free' as const, text: '免费的' },
  { value: 'paid' as const, text: '自己付的' },
];
const WAYS = [...ARRIVAL_KEYS.map(how => ({ value: how, text: ARRIVALS[how] })), { value: 'notYet' as const, text: '还没拿到家' }];

/** Medicine that was given out: which, for how long, by whom, and whether it is at home. */
export default function SupplyPage() {
  const { patientId = '' } = useRouter().params;
  const read = useRead(readMedication, { params: { patientId }, keep: true });
  const { state, record } = useRecording(recordDispensing, '领药记录');
  const [dispensingId] = useState(newKey);
  const today = phoneToday();
  const [form, setForm] = useState<SupplyForm>({
    drug: '',
    tablets: '',
    mgPerTablet: '',
    days: undefined,
    givenOn: today,
    givenBy: '',
    free: undefined,
    arrival: undefined,
  });
  const set = (part: Partial<SupplyForm>) => setForm(before => ({ ...before, ...part }));
  if (!read.value) {
    return <Page>{read.refusal ? <ErrorState refusal={read.refusal} onRetry={() => void read.reload()} /> : <Loading />}</Page>;
  }
  if (state.at === 'saved' || state.at === 'queued') {
    const until = state.at === 'saved' ? state.value.runsOutOn : null;
    return (
      <Page>
        <Empty title="已记下" sub={state.at === 'queued' ? '已记在手机里，有网会自动上传' : until ? `算下来 ${inWords(until)} 要接上` : ''}>
          <View className="gh-gap">
            <BigButton onTap={goBack}>回去</BigButton>
          </View>
        </Empty>
      </Page>
    );
  }
  const drugs =
    read.value.regimen?.drugs?.filter(drug => drug.everyWeeks === undefined).map(drug => ({ value: drug.name, text: drug.name })) ?? [];
  const body = dispensingBody(form, dispensingId);
  return (
    <Page>
      <FormRow title="什么药？">
        {drugs.length > 0 && <Chips options={drugs} value={form.drug} onChange={drug => set({ drug })} />}
        {drugs.length === 0 && <TextField value={form.drug} placeholder="药盒上的名字" most={40} onChange={drug => set({ drug })} />}
      </FormRow>
      <FormRow title="够吃几天？" note="不知道天数，就填下面的片数">
        <Chips options={DAYS} value={form.days} onChange={days => set({ days })} />
      </FormRow>
      <FormRow title="一共多少片，每片多少毫克？">
        <View className="gh-pairs">
          <TextField digits value={form.tablets} placeholder="片数" most={5} onChange={tablets => set({ tablets })} />
          <TextField value={form.mgPerTablet} placeholder="每片毫克" most={7} onChange={mgPerTablet => set({ mgPerTablet })} />
        </View>
      </FormRow>
      <FormRow title="哪天发的？">
        <DateField value={form.givenOn} placeholder="选日期" latest={today} onChange={(givenOn: CalendarDate) => set({ givenOn })} />
      </FormRow>
      <FormRow title="谁发的？">
        <TextField value={form.givenBy} placeholder="卫生院、医院或医生姓名" most={60} onChange={givenBy => set({ givenBy })} />
      </FormRow>
      <FormRow title="免费的吗？">
        <Chips options={FREE} value={form.free} onChange={free => set({ free })} />
      </FormRow>
      <FormRow title="药到家了吗？">
        <Chips options={WAYS} value={form.arrival} onChange={arrival => set({ arrival })} />
      </FormRow>
      {state.at === 'refused' && <View className="gh-form-row__fault">{state.say}</View>}
      <BigButton
        busy={state.at === 'saving'}
        disabled={body === undefined}
        onTap={() => {
          if (body) void record({ patientId }, body, dispensingId);
        }}
      >
        记下
      </BigButton>
    </Page>
  );
}
