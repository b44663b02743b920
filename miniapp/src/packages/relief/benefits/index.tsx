import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { listWards } from '@guanhu/shared/registry/registry.routes';
import { readOutlook, tellFact } from '@guanhu/shared/relief/relief.routes';
import { RELIEF_FACTS, type FactAnswer } from '@guanhu/shared/relief/relief.terms';
import { useActing } from '../../../platform/acting';
import { useDeeds } from '../../../platform/api/use-deeds.ts';
import { useRead } from '../../../platform/api/use-read.ts';
import { Card } from '../../../ui/card/card.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { KeyValue } from '../../../ui/key-value/key-value.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { BenefitsList } from './parts/benefits-list.tsx';
import { Estimate } from './parts/estimate.tsx';
import { heldWords } from './parts/held-words.ts';
import { commonWords } from '../../../words/common.ts';
import { reliefWords } from '../../../words/relief.ts';

const YES_NO = [
  { value: 'yes', text: commonWords.yes },
  { value: 'no', text: commonWords.no },
] as const;

/** What a family could have. Opened for one patient, or by a guardian or who acts for one, who choose by a word and never a name. */
export default function BenefitsPage() {
  const asked = useRouter().params.patientId;
  const [chosen, setChosen] = useState<string>();
  const wards = useRead(listWards, asked === undefined ? { keep: true } : 'wait');
  const { side } = useActing();
  const rows = wards.value?.rows.filter(ward => ward.onBehalfOf === (side ?? null)) ?? [];
  // What was chosen for one side is nobody of the other.
  const patientId = asked ?? (rows.find(row => row.patientId === chosen) ?? rows[0])?.patientId;
  const { value, refusal, reload } = useRead(readOutlook, patientId === undefined ? 'wait' : { params: { patientId }, keep: true });
  const { doing, send } = useDeeds(reload);
  if (patientId === undefined)
    return <Page>{wards.value ? <Empty title={reliefWords.nothingHere} sub={reliefWords.nothingHereSub} /> : <Loading />}</Page>;
  if (!value) return <Page>{refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />}</Page>;
  const [question] = value.questions;
  const held = value.grants.filter(grant => grant.inForce);
  return (
    <Page>
      {rows.length > 1 && (
        <FormRow title={reliefWords.ofWhom}>
          <Chips options={rows.map(row => ({ value: row.patientId, text: row.label }))} value={patientId} onChange={setChosen} />
        </FormRow>
      )}
      {question !== undefined && value.may.tell && (
        <FormRow title={RELIEF_FACTS[question].ask ?? ''} note={reliefWords.questions(value.questions.length)}>
          <Chips<FactAnswer>
            options={YES_NO}
            value={undefined}
            onChange={answer => {
              if (doing.at !== 'sending') void send(tellFact, { patientId }, { fact: question, answer });
            }}
          />
        </FormRow>
      )}
      {doing.at === 'refused' && <View className="gh-form-row__fault">{doing.say}</View>}
      {held.length > 0 && (
        <Card list title={reliefWords.alreadyHas}>
          {held.map((grant, index) => (
            <KeyValue key={grant.grantId} name={heldWords(grant).name} last={index === held.length - 1}>
              {heldWords(grant).value}
            </KeyValue>
          ))}
        </Card>
      )}
      {typeof side === 'string' && asked === undefined && <View className="gh-note">{reliefWords.guardianApplies(side)}</View>}
      <BenefitsList outlook={value} busy={doing.at === 'sending'} send={send} />
      <Estimate outlook={value} />
    </Page>
  );
}
