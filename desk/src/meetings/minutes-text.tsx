import type { Meeting } from '@guanhu/shared/meetings/meetings.contract';
import { DECISION_STATES } from '@guanhu/shared/meetings/meetings.terms';
import { Card } from '../ui/columns.tsx';
import { Tag } from '../ui/tag.tsx';
import { dayInWords, instantInWords } from '../ui/words.ts';

/** The minutes as they stand, topic by topic, and what was decided. */
export function MinutesText({ meeting, minutes }: { meeting: Meeting; minutes: NonNullable<Meeting['minutes']> }) {
  return (
    <Card title={meeting.drafts > 1 ? `纪要（第 ${meeting.drafts} 稿）` : '纪要'}>
      <Paragraphs of={minutes.summary} />
      {minutes.topics.map(({ topic, words }) => (
        <section key={topic}>
          <h3>{topic}</h3>
          <Paragraphs of={words} />
        </section>
      ))}
      {minutes.decisions.length > 0 && (
        <section>
          <h3>决定</h3>
          <ol>
            {minutes.decisions.map(({ what, ownerName, dueOn, state }) => (
              <li key={`${what}${ownerName}`}>
                {`${what}（${ownerName}，${dayInWords(dueOn)}前）`}
                {state !== null && <Tag tone={state === 'done' ? 'calm' : 'warn'}>{DECISION_STATES[state]}</Tag>}
              </li>
            ))}
          </ol>
        </section>
      )}
      <p className="small">{`${minutes.writtenBy} 起草，${instantInWords(minutes.at)}`}</p>
    </Card>
  );
}

const Paragraphs = ({ of }: { of: string }) => (
  <>
    {of.split('\n').map((line, index) => (
      <p key={`${index}${line}`}>{line}</p>
    ))}
  </>
);
