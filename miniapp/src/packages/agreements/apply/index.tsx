import { useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { keepRewardPaper, makeApplication } from '@guanhu/shared/agreements/application.routes';
import { addDays, addMonths } from '@guanhu/shared/kernel/calendar-date';
import { call } from '../../../platform/api';
import { newKey } from '../../../platform/api/new-key.ts';
import { goBack } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { TextArea } from '../../../ui/form/fields.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty } from '../../../ui/states/states.tsx';
import { NOTHING_SAID, saidWith, VoiceNote, type Spoken } from '../../../ui/voice-note/voice-note.tsx';
import { PaperPhotos } from '../paper-photos.tsx';

const YES_NO = [
  { value: 'yes', text: '是' },
  { value: 'no', text: '不是' },
] as const;
type YesNo = (typeof YES_NO)[number]['value'];
type Applying = { readonly at: 'idle' | 'sending' | 'done' } | { readonly at: 'refused'; readonly say: string };

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
    const answer = await call(makeApplication, {
      params: { patientId },
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
    if (answer.ok) {
      setApplying({ at: 'done' });
      return;
    }
    if (!answer.refusal.unreached) ids.current = { key: newKey(), applicationId: newKey() };
    setApplying({ at: 'refused', say: answer.refusal.say });
  };
  if (applying.at === 'done')
    return (
      <Page>
        <Empty title="交上去了" sub="村里五个工作日内看，到哪一步了在“我的协议”里能看到">
          <View className="gh-gap">
            <BigButton onTap={goBack}>好</BigButton>
          </View>
        </Empty>
      </Page>
    );
  return (
    <Page>
      <FormRow title="您和要照看的家人住在一起吗？">
        <Chips options={YES_NO} value={together} onChange={setTogether} />
      </FormRow>
      <FormRow title="平时是您在照看吗？">
        <Chips options={YES_NO} value={cares} onChange={setCares} />
      </FormRow>
      <FormRow title="还想说的（可不填）">
        <View className="gh-gap">
          <VoiceNote value={spoken} otherwise="可以打字，也可以不说" onChange={setSpoken} />
        </View>
        <View className="gh-gap">
          <TextArea value={words} placeholder="也可以打字" most={500} onChange={setWords} />
        </View>
      </FormRow>
      <FormRow title="证明材料（可不拍）" note="户口本、残疾证这些，有就拍；也可以交给村里，由村里拍">
        <View className="gh-gap">
          <PaperPhotos
            what="证明材料"
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
        申请
      </BigButton>
    </Page>
  );
}
