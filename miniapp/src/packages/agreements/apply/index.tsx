import { useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { keepRewardPaper, makeApplication } from '@guanhu/shared/agreements/application.routes';
import { addDays, addMonths } from '@guanhu/shared/kernel/calendar-date';
import { call } from '../../../platform/api';
import { newKey } from '../../../platform/api/new-key.ts';
import { goBack } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { submit } from '../../../platform/outbox';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { TextArea } from '../../../ui/form/fields.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty } from '../../../ui/states/states.tsx';
import { NOTHING_SAID, saidWith, VoiceNote, type Spoken } from '../../../ui/voice-note/voice-note.tsx';
import { PaperPhotos } from '../paper-photos.tsx';
import { agreementsWords } from '../../../words/agreements.ts';
import { commonWords } from '../../../words/common.ts';

const YES_NO = [
  { value: 'yes', text: commonWords.yes },
  { value: 'no', text: commonWords.no },
] as const;
type YesNo = (typeof YES_NO)[number]['value'];
type Applying = { readonly at: 'idle' | 'sending' | 'done' | 'queued' } | { readonly at: 'refused'; readonly say: string };

/** A guardian applies for the reward: two questions, and a word if one likes. A year from today. */
export default function ApplyPage() {
  const patientId = useRouter().params.patientId ?? '';
  const [together, setTogether] = useState<YesNo>();
  const [cares, setCares] = useState<YesNo>();
  const [words, setWords] = useState('');
  const [spoken, setSpoken] = useState<Spoken>(NOTHING_SAID);
  const [files, setFiles] = useState<readonly string[]>([]);
  const [applying, setApplying] = useState<Applying>({ at: 'idle' });
  // The application is one, however often it is sent.
  const ids = useRef({ key: newKey(), applicationId: newKey() });
  const apply = async () => {
    if (together === undefined || cares === undefined) return;
    const from = phoneToday();
    setApplying({ at: 'sending' });
    const outcome = await submit(makeApplication, {
      params: { patientId },
      what: agreementsWords.application,
      key: ids.current.key,
      body: {
        applicationId: ids.current.applicationId,
        from,
        to: addDays(addMonths(from, 12), -1),
        livesTogether: together === 'yes',
        reallyCares: cares === 'yes',
        files: [...files],
        ...saidWith(words, spoken),
      },
    });
    if (outcome.at !== 'refused') {
      setApplying({ at: outcome.at === 'queued' ? 'queued' : 'done' });
      return;
    }
    ids.current = { key: newKey(), applicationId: newKey() };
    setApplying({ at: 'refused', say: outcome.refusal.say });
  };
  if (applying.at === 'done' || applying.at === 'queued')
    return (
      <Page>
        <Empty
          {...(applying.at === 'done'
            ? { title: agreementsWords.handedIn, sub: agreementsWords.handedInSub }
            : { title: commonWords.keptOnPhone })}
        >
          <View className="gh-gap">
            <BigButton onTap={goBack}>{commonWords.ok}</BigButton>
          </View>
        </Empty>
      </Page>
    );
  return (
    <Page>
      <FormRow title={agreementsWords.askTogether}>
        <Chips options={YES_NO} value={together} onChange={setTogether} />
      </FormRow>
      <FormRow title={agreementsWords.askCaring}>
        <Chips options={YES_NO} value={cares} onChange={setCares} />
      </FormRow>
      <FormRow title={agreementsWords.anythingElse}>
        <View className="gh-gap">
          <VoiceNote value={spoken} otherwise={agreementsWords.typeOrLeave} onChange={setSpoken} />
        </View>
        <View className="gh-gap">
          <TextArea value={words} placeholder={agreementsWords.orType} most={500} onChange={setWords} />
        </View>
      </FormRow>
      <FormRow title={agreementsWords.proofs} note={agreementsWords.proofsNote}>
        <View className="gh-gap">
          <PaperPhotos
            what={agreementsWords.proof}
            kept={files}
            onKept={setFiles}
            keep={(body, key) => call(keepRewardPaper, { params: { patientId }, body, key })}
          />
        </View>
      </FormRow>
      {applying.at === 'refused' && <View className="gh-form-row__fault">{applying.say}</View>}
      <BigButton
        busy={applying.at === 'sending'}
        disabled={together === undefined || cares === undefined || spoken.at === 'recording'}
        onTap={() => void apply()}
      >
        {agreementsWords.apply}
      </BigButton>
    </Page>
  );
}
