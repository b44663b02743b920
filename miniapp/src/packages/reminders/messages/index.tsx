import Taro from '@tarojs/taro';
import { listMyMessages } from '@guanhu/shared/reminders/reminders.routes';
import { MESSAGE_STATES, PURPOSES } from '@guanhu/shared/reminders/reminders.terms';
import { useRead } from '../../../platform/api/use-read.ts';
import { HOME, isOwnPage } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { Card } from '../../../ui/card/card.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { momentInWords } from '../../../ui/time.ts';

const open = (page: string) => {
  const url = isOwnPage(page) ? `/${page.replace(/^\//, '')}` : HOME;
  if (url.startsWith('/pages/')) void Taro.switchTab({ url: url.split('?')[0] ?? HOME });
  else void Taro.navigateTo({ url });
};

/** What the person was told; a message that never arrived in WeChat can be read here. */
export default function MessagesPage() {
  const { value, refusal, reload } = useRead(listMyMessages, { query: { limit: 50 } });
  if (!value) return <Page>{refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />}</Page>;
  if (value.rows.length === 0) {
    return (
      <Page>
        <Empty title="还没有消息" sub="该吃药、有人上门、能领钱的时候会告诉您" />
      </Page>
    );
  }
  const today = phoneToday();
  return (
    <Page>
      <Card list>
        {value.rows.map((row, index) => (
          <ListItem
            key={row.messageId}
            title={PURPOSES[row.purpose]}
            sub={`${momentInWords(row.at, today)} · ${MESSAGE_STATES[row.state]}`}
            last={index === value.rows.length - 1}
            onTap={() => open(row.page)}
          />
        ))}
      </Card>
    </Page>
  );
}
