import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { inWords, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { ARRIVALS, ARRIVAL_KEYS } from '@guanhu/shared/medication/medication.terms';
import { readMedication } from '@guanhu/shared/medication/regimen.routes';
import { recordDispensing } from '@guanhu/shared/medication/supply.routes';
import { newKey } from '../../../platform/api/new-key.ts';
import { useRead } from '../../../platform/api/use-read.ts';
import { phoneToday } from '../../../platform/now.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Done } from '../../../ui/done/done.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { TextField } from '../../../ui/form/fields.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { ErrorState, Loading } from '../../../ui/states/states.tsx';
import { useRecording } from '../use-recording.ts';
import { dispensingBody, type SupplyForm } from './supply-form.ts';
import { commonWords } from '../../../words/common.ts';
import { medicationWords } from '../../../words/medication.ts';

const DAYS = [7, 14, 30, 60, 90].map(days => ({ value: days, text: medicationWords.days(days) }));
const FREE = [
  { value: 'free' as const, text: medicationWords.isFree },
  { value: 'paid' as const, text: medicationWords.isPaid },
];
const WAYS = [
  ...ARRIVAL_KEYS.map(how => ({ value: how, text: ARRIVALS[how] })),
  { value: 'notYet' as const, text: medicationWords.notHomeYet },
];

/** Medicine that was given out: which, for how long, by whom, and whether it is at home. */
export default function SupplyPage() {
  const { patientId = '' } = useRouter().params;
  const read = useRead(readMedication, { params: { patientId }, keep: true });
  const { state, record } = useRecording(recordDispensing, medicationWords.supplyNote);
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
        <Done
          title={commonWords.noted}
          sub={state.at === 'queued' ? commonWords.keptOnPhone : until ? medicationWords.neededBy(inWords(until)) : ''}
        />
      </Page>
    );
  }
  const drugs =
    read.value.regimen?.drugs?.filter(drug => drug.everyWeeks === undefined).map(drug => ({ value: drug.name, text: drug.name })) ?? [];
  const body = dispensingBody(form, dispensingId);
  return (
    <Page>
      <FormRow title={medicationWords.whichDrug}>
        {drugs.length > 0 && <Chips options={drugs} value={form.drug} onChange={drug => set({ drug })} />}
        {drugs.length === 0 && (
          <TextField value={form.drug} placeholder={medicationWords.nameOnBox} most={40} onChange={drug => set({ drug })} />
        )}
      </FormRow>
      <FormRow title={medicationWords.howManyDays} note={medicationWords.daysUnknown}>
        <Chips options={DAYS} value={form.days} onChange={days => set({ days })} />
      </FormRow>
      <FormRow title={medicationWords.howManyTablets}>
        <View className="gh-pairs">
          <TextField
            digits
            value={form.tablets}
            placeholder={medicationWords.tabletsField}
            most={5}
            onChange={tablets => set({ tablets })}
          />
          <TextField
            value={form.mgPerTablet}
            placeholder={medicationWords.mgEachField}
            most={7}
            onChange={mgPerTablet => set({ mgPerTablet })}
          />
        </View>
      </FormRow>
      <FormRow title={medicationWords.handedOutOn}>
        <DateField
          value={form.givenOn}
          placeholder={medicationWords.chooseDate}
          latest={today}
          onChange={(givenOn: CalendarDate) => set({ givenOn })}
        />
      </FormRow>
      <FormRow title={medicationWords.handedOutBy}>
        <TextField
          value={form.givenBy}
          placeholder={medicationWords.handedOutByPlaceholder}
          most={60}
          onChange={givenBy => set({ givenBy })}
        />
      </FormRow>
      <FormRow title={medicationWords.isItFree}>
        <Chips options={FREE} value={form.free} onChange={free => set({ free })} />
      </FormRow>
      <FormRow title={medicationWords.isItHome}>
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
        {commonWords.noteDown}
      </BigButton>
    </Page>
  );
}
