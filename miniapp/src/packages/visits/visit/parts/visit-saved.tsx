import { View } from '@tarojs/components';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import { STABILITIES } from '@guanhu/shared/policy/stability.terms';
import { LED_WORDS } from '@guanhu/shared/visits/visits.terms';
import type { recordVisit } from '@guanhu/shared/visits/visits.routes';
import { goBack } from '../../../../platform/navigate';
import { BigButton } from '../../../../ui/button/big-button.tsx';
import { Card } from '../../../../ui/card/card.tsx';
import { KeyValue } from '../../../../ui/key-value/key-value.tsx';
import { monthDay } from '../../../../ui/time.ts';

/** What the server made of the record: the class that stands, what it led to, and when the next visit is due. */
export function VisitSaved({ recorded }: { recorded: AnswerOf<typeof recordVisit> }) {
  return (
    <>
      <Card title="随访已记录">
        {recorded.stability && <KeyValue name="病情分类">{STABILITIES[recorded.stability].label}</KeyValue>}
        {recorded.score && <KeyValue name="积分">{`${String(recorded.score.total)} / ${String(recorded.score.most)}`}</KeyValue>}
        <KeyValue name="下次随访" last>
          {recorded.nextDueOn ? `${monthDay(recorded.nextDueOn)}前` : '不用再排'}
        </KeyValue>
        {recorded.held && <View className="gh-note">情况看起来更平稳了；间隔放宽要两个人同意，先按原来的来。</View>}
      </Card>
      {recorded.led.map(led => (
        <Card key={led} title={LED_WORDS[led].title}>
          <View className="gh-sub">{LED_WORDS[led].sub}</View>
        </Card>
      ))}
      <BigButton onTap={goBack}>好</BigButton>
    </>
  );
}
