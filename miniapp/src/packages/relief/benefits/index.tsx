import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { listWards } from '@guanhu/shared/registry/registry.routes';
import type { ReliefOutlook } from '@guanhu/shared/relief/relief.contract';
import { readOutlook, tellFact } from '@guanhu/shared/relief/relief.routes';
import { RELIEF_FACTS, type FactAnswer } from '@guanhu/shared/relief/relief.terms';
import { useActing } from '../../../platform/acting';
import { useDeeds } from '../../../platform/api/use-deeds.ts';
import { useRead } from '../../../platform/api/use-read.ts';
import { useFontScale } from '../../../platform/font-scale/use-font-scale.ts';
import { Card } from '../../../ui/card/card.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { InTurn } from '../../../ui/in-turn/in-turn.tsx';
import { KeyValue } from '../../../ui/key-value/key-value.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { BenefitsList, inOrder, OneBenefit, useApplying } from './parts/benefits-list.tsx';
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
  const { doing, send } = useDeeds(reload, { what: reliefWords.deed });
  const apply = useApplying(patientId, send);
  const { care } = useFontScale();
  if (patientId === undefined)
    return <Page>{wards.value ? <Empty title={reliefWords.nothingHere} sub={reliefWords.nothingHereSub} /> : <Loading />}</Page>;
  if (!value) return <Page>{refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />}</Page>;
  const question = value.may.tell ? value.questions[0] : undefined;
  const held = value.grants.filter(grant => grant.inForce);
  const shown = { outlook: value, busy: doing.at === 'sending', apply };
  // In large type they stand on the screen in turn, a question and each benefit too; whoever cannot answer goes on to the next.
  const parts = [
    ...(question === undefined ? [] : [{ key: 'question' } as const]),
    ...(held.length > 0 ? [{ key: 'held' } as const] : []),
    ...(care ? inOrder(value).map(line => ({ key: line.benefit, line })) : [{ key: 'benefits' } as const]),
    { key: 'estimate' } as const,
  ];
  const tell = (answer: FactAnswer) => {
    if (doing.at !== 'sending' && question !== undefined) void send(tellFact, { patientId }, { fact: question, answer });
  };
  const draw = (part: (typeof parts)[number]) => {
    if ('line' in part) return <OneBenefit {...shown} line={part.line} />;
    switch (part.key) {
      case 'question':
        return question === undefined ? null : <Question of={question} left={value.questions.length} onAnswer={tell} />;
      case 'held':
        return <Held grants={held} />;
      case 'benefits':
        return <BenefitsList {...shown} />;
      case 'estimate':
        return <Estimate outlook={value} />;
    }
  };
  return (
    <Page>
      {rows.length > 1 && (
        <FormRow title={reliefWords.ofWhom}>
          <Chips options={rows.map(row => ({ value: row.patientId, text: row.label }))} value={patientId} onChange={setChosen} />
        </FormRow>
      )}
      {typeof side === 'string' && asked === undefined && <View className="gh-note">{reliefWords.guardianApplies(side)}</View>}
      {doing.at === 'refused' && <View className="gh-form-row__fault">{doing.say}</View>}
      {doing.at === 'queued' && <View className="gh-sub">{commonWords.keptOnPhone}</View>}
      <InTurn of={parts} keyOf={({ key }) => key}>
        {draw}
      </InTurn>
    </Page>
  );
}

type QuestionProps = {
  readonly of: ReliefOutlook['questions'][number];
  readonly left: number;
  readonly onAnswer: (answer: FactAnswer) => void;
};

const Question = ({ of, left, onAnswer }: QuestionProps) => (
  <FormRow title={RELIEF_FACTS[of].ask ?? ''} note={reliefWords.questions(left)}>
    <Chips<FactAnswer> options={YES_NO} value={undefined} onChange={onAnswer} />
  </FormRow>
);

const Held = ({ grants }: { readonly grants: ReliefOutlook['grants'] }) => (
  <Card list title={reliefWords.alreadyHas}>
    {grants.map((grant, index) => (
      <KeyValue key={grant.grantId} name={heldWords(grant).name} last={index === grants.length - 1}>
        {heldWords(grant).value}
      </KeyValue>
    ))}
  </Card>
);
