import { weekdayOf } from '@guanhu/shared/kernel/calendar-date';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Card, Detail } from '../ui/columns.tsx';
import { Empty } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { dayInWords, todayInChina } from '../ui/words.ts';
import { PutOffDialog } from './put-off-dialog.tsx';
import { useWaiting, type Waiting } from './use-waiting.ts';

/** What waits for the person, place by place. */
export function TodayPage() {
  const waiting = useWaiting();
  const today = todayInChina();
  return (
    <div className="place one">
      <main>
        <Detail over={`${dayInWords(today)} ${weekdayOf(today)}`} title="待我办理">
          {waiting.length === 0 && (
            <Card>
              <Empty title="现在没有等您办理的事">有人报告情况、协议要签章、批次要复核时，会出现在这里。</Empty>
            </Card>
          )}
          {waiting.map(each => (
            <WaitingCard key={each.title} of={each} />
          ))}
        </Detail>
      </main>
    </div>
  );
}

/** Rows of a card before the rest is asked for: what is most urgent of every place fits on one screen. */
const AT_FIRST = 6;

function WaitingCard({ of: { title, rows, more, place } }: { of: Waiting }) {
  const [all, setAll] = useState(false);
  const [held, setHeld] = useState<string>();
  const shown = all || rows.length <= AT_FIRST + 1 ? rows : rows.slice(0, AT_FIRST);
  return (
    <Card title={title} actions={<span className="small">{`${rows.length}${more ? '+' : ''} 件`}</span>}>
      <ul className="plain-list">
        {shown.map(row => (
          <li key={row.key} className="split">
            <span>
              <Link to={row.to}>{row.title}</Link>
              <span className="small">&emsp;{row.note}</span>
            </span>
            <span className="actions">
              {row.taskId !== undefined && (
                <Button size="small" onClick={() => setHeld(row.taskId)}>
                  推迟提醒
                </Button>
              )}
              <Tag tone={row.tone}>{row.says}</Tag>
            </span>
          </li>
        ))}
      </ul>
      {shown.length < rows.length && <Button onClick={() => setAll(true)}>{`再看 ${rows.length - shown.length} 件`}</Button>}
      {shown.length === rows.length && more && <Link to={place}>查看全部</Link>}
      {held !== undefined && <PutOffDialog taskId={held} onClose={() => setHeld(undefined)} />}
    </Card>
  );
}
