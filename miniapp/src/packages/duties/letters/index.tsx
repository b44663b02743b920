import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { LetterRow } from '@guanhu/shared/duties/duties.contract';
import { answerLetter, listLetters } from '@guanhu/shared/duties/duties.routes';
import { LETTER_STATES } from '@guanhu/shared/duties/duties.terms';
import { SHIPPED_DUTIES } from '@guanhu/shared/duties/duty-rows';
import { useDeeds } from '../../../platform/api/use-deeds.ts';
import { useRead } from '../../../platform/api/use-read.ts';
import { phoneToday } from '../../../platform/now.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { TextArea } from '../../../ui/form/fields.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { PutOff } from '../../../ui/put-off/put-off.tsx';
import { Sheet } from '../../../ui/sheet/sheet.tsx';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { Tag } from '../../../ui/tag/tag.tsx';
import { dayInWords, momentInWords } from '../../../ui/time.ts';
import { lettersInOrder } from './letters-in-order.ts';
import { dutiesWords } from '../../../words/duties.ts';

const dutyOf = (id: string | null): string | undefined => SHIPPED_DUTIES.find(row => row.id === id)?.duty;

/** Supervision letters to the reader: what is asked until when, and the answer. */
export default function LettersPage() {
  const { letterId, taskId } = useRouter().params;
  const { value, refusal, reload } = useRead(listLetters, { query: { mine: 'yes' } });
  const { doing, send } = useDeeds(reload);
  const [answering, setAnswering] = useState<LetterRow>();
  const [words, setWords] = useState('');
  if (!value) return <Page>{refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />}</Page>;
  const today = phoneToday();
  const { live, over } = lettersInOrder(value.rows, letterId);
  const answer = () => {
    if (!answering || words.trim() === '') return;
    const { letterId: id, version } = answering;
    setAnswering(undefined);
    void send(answerLetter, { letterId: id }, { version, answer: words.trim() }).then(() => setWords(''));
  };
  return (
    <Page>
      {doing.at === 'done' && <View className="gh-note">{dutiesWords.answered}</View>}
      {doing.at === 'refused' && <View className="gh-form-row__fault">{doing.say}</View>}
      {live.length === 0 && (
        <Empty title={over.some(row => row.letterId === letterId) ? dutiesWords.gone : dutiesWords.none} sub={dutiesWords.noneSub} />
      )}
      {live.map(row => (
        <Letter key={row.letterId} row={row} today={today} busy={doing.at === 'sending'} onAnswer={() => setAnswering(row)} />
      ))}
      {live.some(row => row.letterId === letterId && row.state === 'open') && <PutOff taskId={taskId} />}
      {over.length > 0 && (
        <Card list title={dutiesWords.earlier}>
          {over.map((row, index) => (
            <ListItem
              key={row.letterId}
              title={row.words}
              sub={row.answer ?? undefined}
              aside={<Tag>{LETTER_STATES[row.state]}</Tag>}
              last={index === over.length - 1}
            />
          ))}
        </Card>
      )}
      <View className="gh-note">{dutiesWords.sendAtDesk}</View>
      <Sheet
        open={answering !== undefined}
        title={dutiesWords.answerAsk}
        confirm={dutiesWords.answer}
        busy={doing.at === 'sending'}
        onConfirm={answer}
        onClose={() => setAnswering(undefined)}
      >
        <TextArea value={words} placeholder={dutiesWords.whatWasDone} most={2000} onChange={setWords} />
      </Sheet>
    </Page>
  );
}

type LetterProps = {
  readonly row: LetterRow;
  readonly today: CalendarDate;
  readonly busy: boolean;
  readonly onAnswer: () => void;
};

function Letter({ row, today, busy, onAnswer }: LetterProps) {
  const day = dayInWords(row.dueOn, today);
  const duty = dutyOf(row.duty);
  const isOpen = row.state === 'open';
  return (
    <Card title={row.words}>
      <View className="gh-sub">{dutiesWords.sentBy(row.sentBy, row.townshipName, momentInWords(row.sentAt, today))}</View>
      {duty !== undefined && <View className="gh-sub">{dutiesWords.aboutDuty(duty)}</View>}
      <Tag tone={row.late ? 'late' : isOpen ? 'warn' : 'calm'}>
        {!isOpen ? LETTER_STATES[row.state] : row.late ? dutiesWords.lateSince(day) : dutiesWords.answerBy(day)}
      </Tag>
      {row.answer !== null && row.answeredAt !== null && (
        <View className="gh-gap">{dutiesWords.yourAnswer(row.answer, momentInWords(row.answeredAt, today))}</View>
      )}
      <View className="gh-gap">
        <BigButton look={isOpen ? 'primary' : 'line'} busy={busy} onTap={onAnswer}>
          {isOpen ? dutiesWords.answer : dutiesWords.answerAgain}
        </BigButton>
      </View>
    </Card>
  );
}
