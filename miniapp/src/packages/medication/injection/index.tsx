import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { inWords, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { readMedication } from '@guanhu/shared/medication/regimen.routes';
import { recordInjection } from '@guanhu/shared/medication/supply.routes';
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
import { INJECTION_PLACES } from '@guanhu/shared/medication/injection-places';
import { useRecording } from '../use-recording.ts';
import { commonWords } from '../../../words/common.ts';
import { medicationWords } from '../../../words/medication.ts';

/** An injection that was given: which, when, where, by whom. */
export default function InjectionPage() {
  const { patientId = '' } = useRouter().params;
  const read = useRead(readMedication, { params: { patientId }, keep: true });
  const { state, record } = useRecording(recordInjection, medicationWords.injectionNote);
  const [injectionId] = useState(newKey);
  const today = phoneToday();
  const [givenOn, setGivenOn] = useState<CalendarDate>(today);
  const [chosen, setDrug] = useState<string>();
  const [place, setPlace] = useState<string>();
  const [givenBy, setGivenBy] = useState('');
  const due = read.value?.injectionsDue ?? [];
  const drug = due.find(each => each.drug === chosen) ?? (due.length === 1 ? due[0] : undefined);
  if (!read.value) {
    return <Page>{read.refusal ? <ErrorState refusal={read.refusal} onRetry={() => void read.reload()} /> : <Loading />}</Page>;
  }
  if (state.at === 'saved' || state.at === 'queued') {
    const next = state.at === 'saved' ? state.value.nextDueOn : null;
    return (
      <Page>
        <Done
          title={commonWords.noted}
          sub={state.at === 'queued' ? commonWords.keptOnPhone : next ? medicationWords.nextInjection(inWords(next)) : ''}
        />
      </Page>
    );
  }
  const ready = drug !== undefined && place !== undefined && givenBy.trim() !== '';
  return (
    <Page>
      {due.length > 1 && (
        <FormRow title={medicationWords.whichInjection}>
          <Chips options={due.map(each => ({ value: each.drug, text: each.drug }))} value={chosen} onChange={setDrug} />
        </FormRow>
      )}
      {drug && <View className="gh-sub">{medicationWords.drugDose(drug.drug, drug.eachMg)}</View>}
      <FormRow title={medicationWords.givenOn}>
        <DateField value={givenOn} placeholder={medicationWords.chooseDate} latest={today} onChange={setGivenOn} />
      </FormRow>
      <FormRow title={medicationWords.where}>
        <Chips options={INJECTION_PLACES} value={place} onChange={setPlace} />
      </FormRow>
      <FormRow title={medicationWords.byWhom}>
        <TextField value={givenBy} placeholder={medicationWords.byWhomPlaceholder} most={40} onChange={setGivenBy} />
      </FormRow>
      {state.at === 'refused' && <View className="gh-form-row__fault">{state.say}</View>}
      <BigButton
        busy={state.at === 'saving'}
        disabled={!ready}
        onTap={() => {
          if (!drug || place === undefined) return;
          const body = { injectionId, drug: drug.drug, mg: drug.eachMg, givenOn, place, givenBy: givenBy.trim() };
          void record({ patientId }, body, injectionId);
        }}
      >
        {medicationWords.saveInjection}
      </BigButton>
    </Page>
  );
}
