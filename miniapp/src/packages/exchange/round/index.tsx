import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { readRound } from '@guanhu/shared/exchange/exchange.routes';
import { ROUND_STATES } from '@guanhu/shared/exchange/round.terms';
import { useRead } from '../../../platform/api/use-read.ts';
import { goTo } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { mayByPost } from '../../../platform/session/may-by-post.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { KeyValue } from '../../../ui/key-value/key-value.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { PutOff } from '../../../ui/put-off/put-off.tsx';
import { ErrorState, Loading } from '../../../ui/states/states.tsx';
import { Tag } from '../../../ui/tag/tag.tsx';
import { dayInWords, momentInWords } from '../../../ui/time.ts';
import { monthInWords } from '../month-in-words.ts';
import { listLines } from './list-lines.ts';
import { exchangeWords } from '../../../words/exchange.ts';

/** One month of one township: until when lists are due, and whose are there. Nobody is named, and nothing is handed in here. */
export default function RoundPage() {
  const { roundId = '', taskId } = useRouter().params;
  const { value: round, refusal, reload } = useRead(readRound, { params: { roundId } });
  if (!round) return <Page>{refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />}</Page>;
  const today = phoneToday();
  const lines = listLines(round, today);
  return (
    <Page>
      <Card title={exchangeWords.round(round.townshipName, monthInWords(round.month))}>
        <KeyValue name={exchangeWords.closes} last={round.openDifferences === 0}>
          {dayInWords(round.deadline, today)}
        </KeyValue>
        {round.openDifferences > 0 && (
          <KeyValue name={exchangeWords.differences} last>
            {exchangeWords.count(round.openDifferences)}
          </KeyValue>
        )}
        <View className="gh-note">
          {round.signed ? exchangeWords.signedBy(round.signed.by, momentInWords(round.signed.at, today)) : ROUND_STATES[round.state]}
        </View>
      </Card>
      <Card list title={exchangeWords.lists}>
        {lines.map(({ name, sub, says, tone }, index) => (
          <ListItem key={name} title={name} sub={sub} aside={<Tag tone={tone}>{says}</Tag>} last={index === lines.length - 1} />
        ))}
      </Card>
      {round.state === 'open' && mayByPost('exchange:details') && (
        <BigButton
          look={round.openDifferences > 0 ? 'primary' : 'line'}
          onTap={() => goTo('/packages/exchange/differences/index', { roundId })}
        >
          {exchangeWords.seeDifferences}
        </BigButton>
      )}
      <View className="gh-note">{exchangeWords.atDesk}</View>
      <PutOff taskId={taskId} />
    </Page>
  );
}
