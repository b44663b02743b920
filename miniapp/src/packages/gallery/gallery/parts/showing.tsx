import { View } from '@tarojs/components';
import { AlarmWords } from '../../../../ui/alarm-words/alarm-words.tsx';
import { Amount } from '../../../../ui/amount/amount.tsx';
import { BigButton } from '../../../../ui/button/big-button.tsx';
import { ByStep } from '../../../../ui/by-step/by-step.tsx';
import { Card } from '../../../../ui/card/card.tsx';
import { HearButton } from '../../../../ui/hear/hear.tsx';
import { Icon, type IconName } from '../../../../ui/icon/icon.tsx';
import { InTurn } from '../../../../ui/in-turn/in-turn.tsx';
import { KeyValue } from '../../../../ui/key-value/key-value.tsx';
import { ListItem } from '../../../../ui/list/list-item.tsx';
import { ProgressBar } from '../../../../ui/progress-bar/progress-bar.tsx';
import { Tag } from '../../../../ui/tag/tag.tsx';
import { Timeline } from '../../../../ui/timeline/timeline.tsx';
import { WeekStrip, type WeekDay } from '../../../../ui/week-strip/week-strip.tsx';

const STATES: readonly WeekDay['state'][] = ['taken', 'partly', 'unanswered', 'notAsked', 'taken', 'today', 'ahead'];
const DAYS: readonly WeekDay[] = STATES.map((state, index) => ({ name: '一二三四五六日'.charAt(index), state, backfilled: index === 4 }));
const ICONS: readonly IconName[] = [
  ...(['pill', 'alert', 'home', 'book', 'person', 'phone', 'go', 'mic', 'check', 'people', 'scan', 'clock'] as const),
  ...(['upload', 'place', 'pen', 'fluctuate', 'threat', 'smash', 'hurtSelf', 'hurtOthers', 'gone', 'more', 'camera', 'play'] as const),
];

/** What is read. */
export const Showing = () => (
  <>
    <AlarmWords>还没有通知到任何人，请打电话</AlarmWords>
    <InTurn of={['大字一次看一样，这是第一样', '这是第二样']} keyOf={words => words}>
      {words => (
        <Card>
          <View className="gh-sub">
            {words}
            <HearButton onTap={() => undefined} />
          </View>
        </Card>
      )}
    </InTurn>
    <ByStep of={['表单在大字里一屏一问，这是第一问', '这是第二问'].map(words => ({ key: words, draw: <Card title={words}>{null}</Card> }))}>
      <BigButton onTap={() => undefined}>最后才是主要的按钮</BigButton>
    </ByStep>
    <Card title="一件事一张卡片">
      <View className="gh-sub">理由在事实下面</View>
      <View className="gh-note">再小一号的说明</View>
    </Card>
    <Card title="一周">
      <WeekStrip days={DAYS} />
    </Card>
    <Card list>
      <ListItem title="点得开的一行" sub="做什么" aside={<Tag tone="late">超 2 天</Tag>} onTap={() => undefined} />
      <ListItem title="今天要办" sub="做什么" aside={<Tag tone="warn">今天</Tag>} onTap={() => undefined} />
      <ListItem title="不着急，点不开" aside={<Tag>周四</Tag>} last />
    </Card>
    <Card list>
      <KeyValue name="10 月认定合格" note="各项职责都已做到">
        <Amount fen={20_000} signed />
      </KeyValue>
      <KeyValue name="扣一项">
        <Amount fen={-6_667} signed />
      </KeyValue>
      <KeyValue name="很长的值写在下面一行" last>
        竹坪村村民委员会社会事务办公室
      </KeyValue>
    </Card>
    <Card title="金额和进度">
      <Amount fen={45_000} big />
      <ProgressBar done={3} all={7} />
    </Card>
    <Card title="一步一步">
      <Timeline
        steps={[
          { title: '制单', sub: '社会事务办', state: 'done' },
          { title: '复核', sub: '与制单人不是同一人', state: 'now' },
          { title: '放款', state: 'ahead' },
        ]}
      />
    </Card>
    <Card title="图">
      <View className="gh-row" style={{ flexWrap: 'wrap' }}>
        {ICONS.map(name => (
          <Icon key={name} name={name} />
        ))}
      </View>
    </Card>
  </>
);
