import { weekdayOf } from '@guanhu/shared/kernel/calendar-date';
import { Link } from 'react-router';
import { Card, Detail } from '../ui/columns.tsx';
import { Empty } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { dayInWords, todayInChina } from '../ui/words.ts';
import { useWaiting } from './use-waiting.ts';

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
          {waiting.map(({ title, rows, more, place }) => (
            <Card key={title} title={title} actions={<span className="small">{`${rows.length}${more ? '+' : ''} 件`}</span>}>
              <ul className="plain-list">
                {rows.map(row => (
                  <li key={row.key} className="split">
                    <span>
                      <Link to={row.to}>{row.title}</Link>
                      <span className="small">&emsp;{row.note}</span>
                    </span>
                    <Tag tone={row.tone}>{row.says}</Tag>
                  </li>
                ))}
              </ul>
              {more && <Link to={place}>查看全部</Link>}
            </Card>
          ))}
        </Detail>
      </main>
    </div>
  );
}
