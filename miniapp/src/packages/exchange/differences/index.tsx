import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { answerDifference, listDifferences } from '@guanhu/shared/exchange/exchange.routes';
import { DIFFERENCE_STATES, type DifferenceState } from '@guanhu/shared/exchange/difference.terms';
import { useDeeds } from '../../../platform/api/use-deeds.ts';
import { useRead } from '../../../platform/api/use-read.ts';
import { Card } from '../../../ui/card/card.tsx';
import { Chips, type ChipOption } from '../../../ui/form/chips.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { commonWords } from '../../../words/common.ts';
import { exchangeWords } from '../../../words/exchange.ts';
import { DifferenceCard } from './parts/difference-card.tsx';

type Shown = Extract<DifferenceState, 'open' | 'disputed'> | 'all';
const SHOWN: readonly ChipOption<Shown>[] = [
  { value: 'open', text: DIFFERENCE_STATES.open },
  { value: 'disputed', text: DIFFERENCE_STATES.disputed },
  { value: 'all', text: exchangeWords.allDifferences },
];

/** Where the lists of a month and the files disagree, in the fields that the reader's duty needs; each department answers its own. */
export default function DifferencesPage() {
  const { roundId = '' } = useRouter().params;
  const [shown, setShown] = useState<Shown>('open');
  const { value, refusal, reload } = useRead(listDifferences, {
    params: { roundId },
    query: { limit: 50, ...(shown === 'all' ? {} : { state: shown }) },
  });
  const { doing, send } = useDeeds(reload);
  const rows = value?.rows ?? [];
  return (
    <Page>
      <Card>
        <View className="gh-sub">{exchangeWords.whoAnswers}</View>
        <Chips options={SHOWN} value={shown} onChange={setShown} />
      </Card>
      {doing.at === 'done' && <View className="gh-note">{commonWords.noted}</View>}
      {doing.at === 'refused' && <View className="gh-form-row__fault">{doing.say}</View>}
      {!value && (refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />)}
      {value && rows.length === 0 && <Empty title={exchangeWords.noDifferences} sub={exchangeWords.noDifferencesSub} />}
      {rows.map(row => (
        <DifferenceCard
          key={`${row.differenceId}:${String(row.version)}`}
          row={row}
          busy={doing.at === 'sending'}
          onAnswer={body => void send(answerDifference, { roundId, differenceId: row.differenceId }, body)}
        />
      ))}
      {typeof value?.next === 'string' && <View className="gh-note">{exchangeWords.moreAfterThese}</View>}
    </Page>
  );
}
