import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useTopOn } from '../../../platform/navigate/use-top-on.ts';
import { phoneToday } from '../../../platform/now.ts';
import { useOutbox } from '../../../platform/outbox';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Done } from '../../../ui/done/done.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { commonWords } from '../../../words/common.ts';
import { screeningWords } from '../../../words/screening.ts';
import { useVillagesWith } from '../posts.ts';
import { clueFaults } from './clue-form.ts';
import { PersonFields } from './parts/person-fields.tsx';
import { SignsFields } from './parts/signs-fields.tsx';
import { useClue } from './use-clue.ts';

/** A clue about somebody without a file, written where it is found; with or without signal it goes once. */
export default function CluePage() {
  const { form, sending, change, send, another } = useClue(useRouter().params.clueId);
  const villages = useVillagesWith('clue:report');
  const notTaken = useOutbox().refused.find(({ intent }) => intent.key === form.sentAs)?.say;
  const [tried, setTried] = useState(false);
  const isSent = sending.at === 'saved' || sending.at === 'queued';
  useTopOn(isSent);
  if (isSent) {
    return (
      <Page>
        <Done title={screeningWords.sent} sub={sending.at === 'queued' ? commonWords.keptOnPhone : screeningWords.sentSub}>
          <View className="gh-gap">
            <BigButton
              look="line"
              onTap={() => {
                setTried(false);
                another();
              }}
            >
              {screeningWords.another}
            </BigButton>
          </View>
        </Done>
      </Page>
    );
  }
  const [only] = villages;
  const whole = villages.length === 1 && only ? { ...form, areaId: only.value } : form;
  const faults = clueFaults(whole, Number(phoneToday().slice(0, 4)));
  return (
    <Page>
      {notTaken !== undefined && (
        <Card>
          <View className="gh-form-row__fault">{screeningWords.notTaken(notTaken)}</View>
        </Card>
      )}
      <View className="gh-sub">{screeningWords.kept}</View>
      {villages.length > 1 && (
        <FormRow title={screeningWords.village}>
          <Chips options={villages} value={form.areaId} onChange={areaId => change({ areaId })} />
        </FormRow>
      )}
      <PersonFields form={form} faults={tried ? faults : []} onChange={change} />
      <SignsFields form={form} onChange={change} />
      {tried && faults.some(fault => ['village', 'who', 'signs'].includes(fault)) && (
        <View className="gh-form-row__fault">{screeningWords.stillMissing}</View>
      )}
      {sending.at === 'refused' && <View className="gh-form-row__fault">{sending.say}</View>}
      <BigButton
        busy={sending.at === 'sending'}
        onTap={() => {
          setTried(true);
          if (faults.length === 0 && whole.areaId !== undefined) void send(whole.areaId);
        }}
      >
        {screeningWords.send}
      </BigButton>
    </Page>
  );
}
