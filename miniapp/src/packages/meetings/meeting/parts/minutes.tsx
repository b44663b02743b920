import { View } from '@tarojs/components';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Meeting } from '@guanhu/shared/meetings/meetings.contract';
import { DECISION_STATES } from '@guanhu/shared/meetings/meetings.terms';
import { Card } from '../../../../ui/card/card.tsx';
import { ListItem } from '../../../../ui/list/list-item.tsx';
import { Tag } from '../../../../ui/tag/tag.tsx';
import { dayInWords, momentInWords } from '../../../../ui/time.ts';
import { meetingsWords } from '../../../../words/meetings.ts';

type MinutesProps = { readonly meeting: Meeting; readonly today: CalendarDate };

/** The minutes from beginning to end, topic by topic, and what was decided; before there are any, the agenda. */
export function Minutes({ meeting: { minutes, agenda, drafts }, today }: MinutesProps) {
  if (!minutes)
    return (
      <Card list title={meetingsWords.agenda}>
        {agenda.map(({ topic }) => (
          <ListItem key={topic} title={topic} />
        ))}
        <ListItem title={meetingsWords.noMinutes} last />
      </Card>
    );
  return (
    <>
      <Card title={drafts > 1 ? meetingsWords.draft(drafts) : meetingsWords.minutes}>
        <Paragraphs of={minutes.summary} />
        <View className="gh-note gh-gap">{meetingsWords.written(minutes.writtenBy, momentInWords(minutes.at, today))}</View>
      </Card>
      {minutes.topics.map(({ topic, words }) => (
        <Card key={topic} title={topic}>
          <Paragraphs of={words} />
        </Card>
      ))}
      {minutes.decisions.length > 0 && (
        <Card list title={meetingsWords.decided}>
          {minutes.decisions.map(({ what, ownerName, dueOn, state }, index) => (
            <ListItem
              key={`${what}${ownerName}`}
              title={what}
              sub={meetingsWords.decidedBy(ownerName, dayInWords(dueOn, today))}
              aside={state === null ? undefined : <Tag tone={state === 'done' ? 'calm' : 'warn'}>{DECISION_STATES[state]}</Tag>}
              last={index === minutes.decisions.length - 1}
            />
          ))}
        </Card>
      )}
    </>
  );
}

const Paragraphs = ({ of }: { readonly of: string }) => (
  <>
    {of.split('\n').map((line, index) => (
      <View key={`${String(index)}${line}`} className="gh-gap">
        {line}
      </View>
    ))}
  </>
);
