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
import { commonWords } from '../../../../words/common.ts';
import { visitsWords } from '../../../../words/visits.ts';

/** What the server made of the record: the class that stands, what it led to, and when the next visit is due. */
export function VisitSaved({ recorded }: { recorded: AnswerOf<typeof recordVisit> }) {
  return (
    <>
      <Card title={visitsWords.visitSaved}>
        {recorded.stability && <KeyValue name={visitsWords.stability}>{STABILITIES[recorded.stability].label}</KeyValue>}
        {recorded.score && (
          <KeyValue name={visitsWords.points}>{`${String(recorded.score.total)} / ${String(recorded.score.most)}`}</KeyValue>
        )}
        <KeyValue name={visitsWords.nextVisit} last>
          {recorded.nextDueOn ? visitsWords.by(monthDay(recorded.nextDueOn)) : visitsWords.noneNeeded}
        </KeyValue>
        {recorded.held && <View className="gh-note">{visitsWords.calmerNote}</View>}
      </Card>
      {recorded.led.map(led => (
        <Card key={led} title={LED_WORDS[led].title}>
          <View className="gh-sub">{LED_WORDS[led].sub}</View>
        </Card>
      ))}
      <BigButton onTap={goBack}>{commonWords.ok}</BigButton>
    </>
  );
}
