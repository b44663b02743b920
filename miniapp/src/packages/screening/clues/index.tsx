import { useState } from 'react';
import { View } from '@tarojs/components';
import { listClues } from '@guanhu/shared/screening/clue.routes';
import { CLUE_STATES, type ClueState } from '@guanhu/shared/screening/clue.terms';
import { useRead } from '../../../platform/api/use-read.ts';
import { goTo } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { mayByPost } from '../../../platform/session/may-by-post.ts';
import { Card } from '../../../ui/card/card.tsx';
import { Chips, type ChipOption } from '../../../ui/form/chips.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty, ErrorState, Loading, Rest } from '../../../ui/states/states.tsx';
import { Tag } from '../../../ui/tag/tag.tsx';
import { screeningWords } from '../../../words/screening.ts';
import { clueLine } from './clue-line.ts';

type Shown = Extract<ClueState, 'toReview' | 'open'> | 'all';
const SHOWN: readonly ChipOption<Shown>[] = [
  { value: 'toReview', text: CLUE_STATES.toReview },
  { value: 'open', text: CLUE_STATES.open },
  { value: 'all', text: screeningWords.allClues },
];

/** Clues of the reader's places by where they stand; whoever writes reviews down sees first those that wait for one. Nobody is named. */
export default function CluesPage() {
  const [shown, setShown] = useState<Shown>(() => (mayByPost('clue:review') ? 'toReview' : 'all'));
  const { value, refusal, reload } = useRead(listClues, { query: { limit: 100, ...(shown === 'all' ? {} : { state: shown }) } });
  const today = phoneToday();
  const rows = value?.rows ?? [];
  return (
    <Page>
      <Card>
        <View className="gh-sub">{screeningWords.openedIsNoted}</View>
        <Chips options={SHOWN} value={shown} onChange={setShown} />
      </Card>
      {!value && (refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />)}
      {value && rows.length === 0 && <Empty title={screeningWords.noClues} sub={screeningWords.noCluesSub} />}
      {rows.length > 0 && (
        <Card list>
          {rows.map((row, index) => {
            const { title, sub, says, tone } = clueLine(row, today);
            return (
              <ListItem
                key={row.clueId}
                title={title}
                sub={sub}
                aside={<Tag tone={tone}>{says}</Tag>}
                last={index === rows.length - 1}
                onTap={() => goTo('/packages/screening/review/index', { clueId: row.clueId })}
              />
            );
          })}
        </Card>
      )}
      <Rest after={value} />
    </Page>
  );
}
