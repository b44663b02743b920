import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { listMyMessages } from '@guanhu/shared/reminders/reminders.routes';
import { useRead } from '../../../platform/api/use-read.ts';
import { useFontScale } from '../../../platform/font-scale/use-font-scale.ts';
import { HOME, isOwnPage } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { InTurn } from '../../../ui/in-turn/in-turn.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { Tag } from '../../../ui/tag/tag.tsx';
import { messageLine } from './message-line.ts';
import { useMarks } from './use-marks.ts';
import { remindersWords } from '../../../words/reminders.ts';

const open = (page: string) => {
  const url = isOwnPage(page) ? `/${page.replace(/^\//, '')}` : HOME;
  if (url.startsWith('/pages/')) void Taro.switchTab({ url: url.split('?')[0] ?? HOME });
  else void Taro.navigateTo({ url });
};

/** What the person was told and how far it got; a message that never arrived in WeChat can be read here. */
export default function MessagesPage() {
  const { value, refusal, reload } = useRead(listMyMessages, { query: { limit: 50 }, keep: true });
  const { read, acknowledge, busy } = useMarks(reload);
  const { care } = useFontScale();
  if (!value) return <Page>{refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />}</Page>;
  if (value.rows.length === 0) {
    return (
      <Page>
        <Empty title={remindersWords.noMessages} sub={remindersWords.noMessagesSub} />
      </Page>
    );
  }
  const today = phoneToday();
  const [newest] = value.rows;
  if (care) {
    return (
      <Page>
        <InTurn of={value.rows} keyOf={row => row.messageId}>
          {row => (
            <OneMessage
              line={messageLine(row, today)}
              busy={busy}
              onOpen={() => {
                void read(row);
                open(row.page);
              }}
              onKnown={row.acknowledgedAt === null ? () => void acknowledge([row]) : undefined}
            />
          )}
        </InTurn>
      </Page>
    );
  }
  return (
    <Page>
      {newest?.acknowledgedAt === null && (
        <BigButton look="secondary" busy={busy} onTap={() => void acknowledge(value.rows)}>
          {remindersWords.acknowledge}
        </BigButton>
      )}
      <Card list>
        {value.rows.map((row, index) => {
          const line = messageLine(row, today);
          return (
            <ListItem
              key={row.messageId}
              title={line.title}
              sub={line.sub}
              aside={<Tag tone={line.tone}>{line.state}</Tag>}
              last={index === value.rows.length - 1}
              onTap={() => {
                void read(row);
                open(row.page);
              }}
            />
          );
        })}
      </Card>
      <View className="gh-note">{remindersWords.otherWays}</View>
    </Page>
  );
}

type OneMessageProps = {
  readonly line: ReturnType<typeof messageLine>;
  readonly busy: boolean;
  readonly onOpen: () => void;
  readonly onKnown: (() => void) | undefined;
};

/** A message that stands on the screen alone. */
const OneMessage = ({ line, busy, onOpen, onKnown }: OneMessageProps) => (
  <Card title={line.title}>
    <View className="gh-sub gh-gap">{line.sub}</View>
    <View className="gh-gap">
      <Tag tone={line.tone}>{line.state}</Tag>
    </View>
    <View className="gh-gap">
      <BigButton onTap={onOpen}>{remindersWords.openIt}</BigButton>
    </View>
    {onKnown && (
      <View className="gh-gap">
        <BigButton look="line" busy={busy} onTap={onKnown}>
          {remindersWords.acknowledge}
        </BigButton>
      </View>
    )}
  </Card>
);
