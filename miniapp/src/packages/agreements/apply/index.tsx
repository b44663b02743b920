import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useFontScale } from '../../../platform/font-scale/use-font-scale.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { ByStep } from '../../../ui/by-step/by-step.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Done } from '../../../ui/done/done.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { TextArea } from '../../../ui/form/fields.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { KeyValue } from '../../../ui/key-value/key-value.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { saidWith, VoiceNote } from '../../../ui/voice-note/voice-note.tsx';
import { byOutbox, PaperPhotos } from '../paper-photos.tsx';
import { useApply, type ApplyForm, type YesNo } from './use-apply.ts';
import { agreementsWords } from '../../../words/agreements.ts';
import { commonWords } from '../../../words/common.ts';

const YES_NO = [
  { value: 'yes', text: commonWords.yes },
  { value: 'no', text: commonWords.no },
] as const;
const inWords = (answer: YesNo | undefined): string => YES_NO.find(({ value }) => value === answer)?.text ?? '';

/** A guardian applies for the reward: two questions, and a word and a paper if one likes; in large type one of them a screen. */
export default function ApplyPage() {
  const patientId = useRouter().params.patientId ?? '';
  const { form, change, spoken, setSpoken, applying, apply, isWaiting } = useApply(patientId);
  const { care } = useFontScale();
  const set = (part: Partial<ApplyForm>) => change({ ...form, ...part });
  if (applying.at === 'done' || isWaiting)
    return (
      <Page>
        <Done
          {...(isWaiting ? { title: commonWords.keptOnPhone } : { title: agreementsWords.handedIn, sub: agreementsWords.handedInSub })}
        />
      </Page>
    );
  const { together, cares, words, files } = form;
  const isRecording = spoken.at === 'recording';
  const steps = [
    {
      key: 'together',
      isOpen: together === undefined,
      draw: (
        <FormRow title={agreementsWords.askTogether}>
          <Chips<YesNo> options={YES_NO} value={together} onChange={next => set({ together: next })} />
        </FormRow>
      ),
    },
    {
      key: 'cares',
      isOpen: cares === undefined,
      draw: (
        <FormRow title={agreementsWords.askCaring}>
          <Chips<YesNo> options={YES_NO} value={cares} onChange={next => set({ cares: next })} />
        </FormRow>
      ),
    },
    {
      key: 'words',
      isOpen: isRecording,
      draw: (
        <FormRow title={agreementsWords.anythingElse}>
          <View className="gh-gap">
            <VoiceNote value={spoken} otherwise={agreementsWords.typeOrLeave} onChange={setSpoken} />
          </View>
          <View className="gh-gap">
            <TextArea value={words} placeholder={agreementsWords.orType} most={500} onChange={next => set({ words: next })} />
          </View>
        </FormRow>
      ),
    },
    {
      key: 'proofs',
      draw: (
        <FormRow title={agreementsWords.proofs} note={agreementsWords.proofsNote}>
          <View className="gh-gap">
            <PaperPhotos what={agreementsWords.proof} kept={files} onKept={next => set({ files: next })} keep={byOutbox(patientId)} />
          </View>
        </FormRow>
      ),
    },
    // Whoever saw one question at a time sees once more what they said.
    ...(care ? [{ key: 'check', draw: <WhatIsSaid form={form} hasVoice={spoken.at === 'said'} /> }] : []),
  ];
  return (
    <Page>
      <ByStep of={steps}>
        {applying.at === 'refused' && <View className="gh-form-row__fault">{applying.say}</View>}
        <BigButton
          busy={applying.at === 'sending'}
          disabled={together === undefined || cares === undefined || isRecording}
          onTap={() => void apply(saidWith(words, spoken))}
        >
          {agreementsWords.apply}
        </BigButton>
      </ByStep>
    </Page>
  );
}

function WhatIsSaid({ form: { together, cares, words, files }, hasVoice }: { readonly form: ApplyForm; readonly hasVoice: boolean }) {
  const said = [words.trim(), hasVoice ? agreementsWords.saidAloud : ''].filter(one => one !== '').join(commonWords.clauseMark);
  return (
    <Card list title={agreementsWords.lookOver}>
      <KeyValue name={agreementsWords.liveTogether}>{inWords(together)}</KeyValue>
      <KeyValue name={agreementsWords.caring} {...(said === '' ? {} : { note: said })}>
        {inWords(cares)}
      </KeyValue>
      <KeyValue name={agreementsWords.papers} last>
        {files.length === 0 ? agreementsWords.noPapers : agreementsWords.paperCount(files.length)}
      </KeyValue>
    </Card>
  );
}
