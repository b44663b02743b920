import { listPersonMessages } from '@guanhu/shared/reminders/reminders.routes';
import type { PersonMessagesAnswer } from '@guanhu/shared/reminders/reminders.contract';
import { CHANNELS, MESSAGE_STATES, PURPOSES } from '@guanhu/shared/reminders/reminders.terms';
import { usePages } from '../app/queries.ts';
import { Card, More } from '../ui/columns.tsx';
import { Loading, Problem } from '../ui/states.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import { instantInWords } from '../ui/words.ts';

type Message = PersonMessagesAnswer['rows'][number];

/** How far a message has got, in one word. */
function stateOf({ state, channel, readAt, acknowledgedAt }: Message): { words: string; tone: Tone } {
  if (acknowledgedAt !== null) return { words: '已知道', tone: 'calm' };
  if (readAt !== null) return { words: '已看', tone: 'calm' };
  if (state === 'sent') return { words: '已送达', tone: 'plain' };
  if (channel === 'call') return { words: '改为打电话', tone: 'warn' };
  return { words: MESSAGE_STATES[state], tone: state === 'waiting' || state === 'sending' ? 'plain' : 'danger' };
}

/** What the person was told, by which way, and whether they have seen it. The words name nobody. */
export function MessagesCard({ personId }: { personId: string }) {
  const pages = usePages(listPersonMessages, { params: { personId } });
  return (
    <Card title="发给这个人的提醒">
      {pages.rows === undefined && (pages.refusal ? <Problem refusal={pages.refusal} again={pages.again} /> : <Loading />)}
      {pages.rows?.length === 0 && <p className="sub">还没有发过提醒。</p>}
      <ul className="plain-list">
        {pages.rows?.map(message => {
          const { words, tone } = stateOf(message);
          return (
            <li key={message.messageId} className="split">
              <span>
                {instantInWords(message.at)}&emsp;{message.what}
                <span className="small">
                  &emsp;{PURPOSES[message.purpose]}
                  {message.channel !== null && `\u3000${CHANNELS[message.channel]}`}
                </span>
              </span>
              <Tag tone={tone}>{words}</Tag>
            </li>
          );
        })}
      </ul>
      <More pages={pages} />
    </Card>
  );
}
