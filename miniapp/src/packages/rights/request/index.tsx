import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { REQUEST_HINTS, REQUEST_KINDS, type RequestKind } from '@guanhu/shared/rights/rights.terms';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Done } from '../../../ui/done/done.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { TextArea } from '../../../ui/form/fields.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { VoiceNote } from '../../../ui/voice-note/voice-note.tsx';
import { useRequest } from './use-request.ts';
import { commonWords } from '../../../words/common.ts';
import { rightsWords } from '../../../words/rights.ts';

const KINDS = (Object.keys(REQUEST_KINDS) as RequestKind[]).map(value => ({ value, text: REQUEST_KINDS[value] }));

/** What the person asks, in their own words, typed or spoken. */
export default function RequestPage() {
  const { patientId = '' } = useRouter().params;
  const { form, change, spoken, setSpoken, asking, ask, maySend, isWaiting } = useRequest(patientId);
  const { kind, words } = form;
  if (asking.at === 'sent' || isWaiting)
    return (
      <Page>
        <Done title={isWaiting ? rightsWords.requestQueued : rightsWords.requestSent} />
      </Page>
    );
  return (
    <Page>
      <FormRow title={rightsWords.whatDoYouWant}>
        <Chips options={KINDS} value={kind} onChange={next => change({ ...form, kind: next })} />
      </FormRow>
      {kind !== undefined && <View className="gh-sub">{REQUEST_HINTS[kind]}</View>}
      <FormRow title={rightsWords.tellUs}>
        <View className="gh-gap">
          <VoiceNote value={spoken} otherwise={rightsWords.typeOrAskGridWorker} onChange={setSpoken} />
        </View>
        <View className="gh-gap">
          <TextArea
            value={words}
            most={1000}
            placeholder={rightsWords.orTypeOwnWords}
            onChange={next => change({ ...form, words: next })}
          />
        </View>
      </FormRow>
      {asking.at === 'refused' && <View className="gh-form-row__fault">{asking.say}</View>}
      <BigButton busy={asking.at === 'sending'} disabled={!maySend} onTap={() => void ask()}>
        {commonWords.submit}
      </BigButton>
    </Page>
  );
}
