import { useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { makeObjection, recordObjection } from '@guanhu/shared/appraisal/objections.routes';
import { newKey } from '../../../platform/api/new-key.ts';
import { nowInstant } from '../../../platform/now.ts';
import { submit } from '../../../platform/outbox';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Done } from '../../../ui/done/done.tsx';
import { TextArea } from '../../../ui/form/fields.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { NOTHING_SAID, saidWith, VoiceNote, type Spoken } from '../../../ui/voice-note/voice-note.tsx';
import { appraisalWords } from '../../../words/appraisal.ts';
import { commonWords } from '../../../words/common.ts';

type Sent = { readonly at: 'idle' | 'sending' } | { readonly at: 'done' | 'refused'; readonly say: string };

/** An objection in the person's own words, typed or spoken; `behalf` of a guardian who asked somebody of the village. */
export default function ObjectionPage() {
  const { appraisalId = '', behalf } = useRouter().params;
  const [words, setWords] = useState('');
  const [spoken, setSpoken] = useState<Spoken>(NOTHING_SAID);
  const [sent, setSent] = useState<Sent>({ at: 'idle' });
  const ids = useRef({ objectionId: newKey(), fileId: newKey() });
  const said = saidWith(words, spoken);
  const send = async ({ words: typed, voice }: NonNullable<typeof said>) => {
    setSent({ at: 'sending' });
    const { objectionId, fileId } = ids.current;
    const body = {
      objectionId,
      tappedAt: nowInstant(),
      ...(typed === undefined ? {} : { words: typed }),
      ...(voice === undefined ? {} : { voice: { fileId, content: voice } }),
    };
    const route = behalf === undefined ? makeObjection : recordObjection;
    const outcome = await submit(route, { params: { appraisalId }, body, what: appraisalWords.objection, key: objectionId });
    if (outcome.at === 'refused') setSent({ at: 'refused', say: outcome.refusal.say });
    else setSent({ at: 'done', say: outcome.at === 'queued' ? appraisalWords.objectionQueued : appraisalWords.objectionSent });
  };
  if (sent.at === 'done')
    return (
      <Page>
        <Done title={sent.say} />
      </Page>
    );
  return (
    <Page>
      <FormRow title={behalf === undefined ? appraisalWords.whatIsWrong : appraisalWords.whatGuardianFindsWrong}>
        <View className="gh-gap">
          <VoiceNote value={spoken} otherwise={appraisalWords.typeOrAskGridWorker} onChange={setSpoken} />
        </View>
        <View className="gh-gap">
          <TextArea value={words} most={1000} placeholder={appraisalWords.orType} onChange={setWords} />
        </View>
      </FormRow>
      {sent.at === 'refused' && <View className="gh-form-row__fault">{sent.say}</View>}
      <BigButton
        busy={sent.at === 'sending'}
        disabled={said === undefined}
        onTap={() => {
          if (said) void send(said);
        }}
      >
        {commonWords.submit}
      </BigButton>
    </Page>
  );
}
