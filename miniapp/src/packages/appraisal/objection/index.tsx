import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Done } from '../../../ui/done/done.tsx';
import { TextArea } from '../../../ui/form/fields.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { VoiceNote } from '../../../ui/voice-note/voice-note.tsx';
import { useObjection } from './use-objection.ts';
import { appraisalWords } from '../../../words/appraisal.ts';
import { commonWords } from '../../../words/common.ts';

/** An objection in the person's own words, typed or spoken; `behalf` of a guardian who asked somebody of the village. */
export default function ObjectionPage() {
  const { appraisalId = '', behalf } = useRouter().params;
  const { words, type, spoken, setSpoken, objecting, object, maySend, isWaiting } = useObjection(appraisalId, behalf);
  if (objecting.at === 'sent' || isWaiting)
    return (
      <Page>
        <Done title={isWaiting ? appraisalWords.objectionQueued : appraisalWords.objectionSent} />
      </Page>
    );
  return (
    <Page>
      <FormRow title={behalf === undefined ? appraisalWords.whatIsWrong : appraisalWords.whatGuardianFindsWrong}>
        <View className="gh-gap">
          <VoiceNote value={spoken} otherwise={appraisalWords.typeOrAskGridWorker} onChange={setSpoken} />
        </View>
        <View className="gh-gap">
          <TextArea value={words} most={1000} placeholder={appraisalWords.orType} onChange={type} />
        </View>
      </FormRow>
      {objecting.at === 'refused' && <View className="gh-form-row__fault">{objecting.say}</View>}
      <BigButton busy={objecting.at === 'sending'} disabled={!maySend} onTap={() => void object()}>
        {commonWords.submit}
      </BigButton>
    </Page>
  );
}
