import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { answerVisitWatch, readVisitWatch } from '@guanhu/shared/visits/visit-watch.routes';
import { useRead } from '../../../../platform/api/use-read.ts';
import { submit, useOutbox } from '../../../../platform/outbox';
import { BigButton } from '../../../../ui/button/big-button.tsx';
import { Card } from '../../../../ui/card/card.tsx';
import { clock } from '../../../../ui/time.ts';
import './watch-card.css';

/** How often the phone looks at its clock, milliseconds. */
const LOOK_EVERY = 20_000;

function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, LOOK_EVERY);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return now;
}

/**
 * When the time of a visit is up the phone asks; without an answer the server asks others. Checking out is one tap at any time. It stands below
 * the form: it comes when its watch has been read, and nothing may move under a finger that is about to tap.
 */
export function WatchCard({ visitId }: { readonly visitId: string }) {
  // There is a watch once the server has the check-in, whose key is the visit's id: read then, however long it waited for a signal.
  const waits = useOutbox().waiting.some(intent => intent.key === visitId);
  const { value: watch, reload } = useRead(readVisitWatch, waits ? 'wait' : { params: { visitId } });
  const now = useNow();
  if (!watch?.asksAt || !watch.helpAt) return null;
  const say = async (answer: 'out' | 'longer') => {
    await submit(answerVisitWatch, {
      params: { visitId },
      body: { answer },
      what: answer === 'out' ? '离开报平安' : '报平安',
      urgent: true,
    });
    await reload();
  };
  const up = Date.parse(watch.asksAt) <= now;
  const words = watch.helpAsked
    ? '已请组长和驻村民警联系您。没事请点一下。'
    : up
      ? `还在吗？${clock(watch.helpAt)}前没有回应，会请组长和驻村民警联系您。`
      : `到 ${clock(watch.asksAt)} 没有离开，手机会问您一声。保存随访记录就算离开。`;
  return (
    <View className={up ? 'gh-watch gh-watch--up' : 'gh-watch'}>
      <Card title={up ? '您还好吗？' : '离开时报个平安'}>
        <View className="gh-sub gh-gap">{words}</View>
        {up && (
          <View className="gh-gap">
            <BigButton onTap={() => void say('longer')}>我没事，再多一会儿</BigButton>
          </View>
        )}
        <View className="gh-gap">
          <BigButton look="secondary" onTap={() => void say('out')}>
            已经离开
          </BigButton>
        </View>
      </Card>
    </View>
  );
}
