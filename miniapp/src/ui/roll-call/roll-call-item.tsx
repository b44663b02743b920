import { useRef } from 'react';
import { View, type BaseEventOrig, type ITouchEvent } from '@tarojs/components';
import type { MyRollCall } from '@guanhu/shared/visits/special-period.contract';
import { ROLL_CALL_RESULTS, type RollCallResult } from '@guanhu/shared/visits/special-period.terms';
import { Card } from '../card/card.tsx';
import { Chips } from '../form/chips.tsx';
import { wordOptions } from '../form/options.ts';
import { clock } from '../time.ts';
import { commonWords } from '../../words/common.ts';
import { uiWords } from '../../words/ui.ts';

type Said = {
  readonly result: RollCallResult;
  readonly at: string;
  readonly state: 'sending' | 'queued' | 'saved' | 'refused';
  readonly say?: string;
};
type RollCallItemProps = {
  readonly title: string;
  readonly marked: MyRollCall['persons'][number]['mark'];
  readonly said: Said | undefined;
  readonly onMark: (result: RollCallResult) => void;
};

/** How far a finger goes across a card before it counts, in px; a scroll goes down more than across. */
const SWIPE_PX = 90;

/** One person of the roll-call: what was said of them today, and the three taps; a swipe to the right says that they were seen. */
export function RollCallItem({ title, marked, said, onMark }: RollCallItemProps) {
  const now = said && said.state !== 'refused' ? said : undefined;
  const down = useRef<{ readonly x: number; readonly y: number }>();
  const end = (event: BaseEventOrig) => {
    const [touch] = (event as ITouchEvent).changedTouches;
    const from = down.current;
    down.current = undefined;
    if (!from || !touch) return;
    const across = touch.clientX - from.x;
    if (across >= SWIPE_PX && across > 2 * Math.abs(touch.clientY - from.y)) onMark('seen');
  };
  return (
    <View
      onTouchStart={event => {
        const [touch] = (event as ITouchEvent).touches;
        down.current = touch && { x: touch.clientX, y: touch.clientY };
      }}
      onTouchEnd={end}
    >
      <Card title={title}>
        <Chips options={wordOptions(ROLL_CALL_RESULTS)} value={now?.result ?? marked?.result} onChange={onMark} />
        {now && (
          <View className="gh-note">{`${clock(now.at)} ${now.state === 'queued' ? uiWords.markQueued : now.state === 'sending' ? uiWords.markSending : commonWords.noted}`}</View>
        )}
        {!now && marked && <View className="gh-note">{`${clock(marked.at)} ${marked.by}`}</View>}
        {said?.state === 'refused' && <View className="gh-form-row__fault">{said.say}</View>}
      </Card>
    </View>
  );
}
