import { useState } from 'react';
import { View } from '@tarojs/components';
import { MEDICATION_ANSWERS, type MedicationAnswer } from '@guanhu/shared/medication/medication.terms';
import { useFontScale } from '../../../platform/font-scale/use-font-scale.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { ErrorState, Loading } from '../../../ui/states/states.tsx';
import { dayInWords } from '../../../ui/time.ts';
import { WeekStrip } from '../../../ui/week-strip/week-strip.tsx';
import { useMedicine } from '../use-medicine.ts';

const STATE_WORDS = { idle: '', saving: '正在记下…', saved: '已记下', queued: '已记在手机里，有网会自动上传' } as const;

/** One question, one tap. An honest "not all of it" is asked for as kindly as a yes. */
export function MedicineCard({ patientId, label }: { patientId: string; label: string }) {
  const { week, card, said, answer } = useMedicine(patientId);
  const { care } = useFontScale();
  const [partly, setPartly] = useState(false);
  const [again, setAgain] = useState(false);
  if (!card) return week.refusal ? <ErrorState refusal={week.refusal} onRetry={() => void week.reload()} /> : <Loading />;

  const on = again ? card.today : card.open[0];
  const give = (given: MedicationAnswer) => {
    if (on === undefined) return;
    setPartly(false);
    setAgain(false);
    void answer(on, given);
  };
  const day = on === undefined ? '今天' : dayInWords(on, card.today);
  const title = on === undefined ? `${label}今天：${card.said ? MEDICATION_ANSWERS[card.said] : '不用确认'}` : `${label}${day}的药吃了吗？`;
  return (
    <Card title={title}>
      {!care && <WeekStrip days={card.strip} />}
      {on !== undefined && !partly && (
        <View className="gh-row gh-gap">
          <View className="gh-row__wide">
            <BigButton icon="pill" busy={said.at === 'saving'} onTap={() => give('taken')}>
              吃过了
            </BigButton>
          </View>
          <View className="gh-row__narrow">
            <BigButton look="line" onTap={() => setPartly(true)}>
              没吃全
            </BigButton>
          </View>
        </View>
      )}
      {on !== undefined && partly && (
        <>
          <View className="gh-sub gh-gap">照实说就好，照实说不会少钱。</View>
          <View className="gh-row gh-gap">
            <View className="gh-row__narrow">
              <BigButton look="line" onTap={() => give('partly')}>
                吃了一些
              </BigButton>
            </View>
            <View className="gh-row__narrow">
              <BigButton look="line" onTap={() => give('notTaken')}>
                没有吃
              </BigButton>
            </View>
          </View>
        </>
      )}
      {said.at !== 'idle' && <View className="gh-sub gh-gap">{said.at === 'refused' ? said.refusal.say : STATE_WORDS[said.at]}</View>}
      {on === undefined && card.said && !care && (
        <View className="gh-gap">
          <BigButton look="line" size="small" onTap={() => setAgain(true)}>
            点错了，改一下
          </BigButton>
        </View>
      )}
    </Card>
  );
}
