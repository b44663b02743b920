import { useState } from 'react';
import { View } from '@tarojs/components';
import type { CampaignShown } from '@guanhu/shared/screening/campaign.contract';
import { listCampaigns } from '@guanhu/shared/screening/campaign.routes';
import { answerUntil } from '@guanhu/shared/screening/village-round.rules';
import { useRead } from '../../../platform/api/use-read.ts';
import { goTo } from '../../../platform/navigate';
import { mayByPost } from '../../../platform/session/may-by-post.ts';
import { phoneToday } from '../../../platform/now.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { Tag } from '../../../ui/tag/tag.tsx';
import { dayInWords } from '../../../ui/time.ts';
import { screeningWords } from '../../../words/screening.ts';
import { MyClues } from './parts/my-clues.tsx';

/** What goes on in the village: screenings that run, handing in a clue, and what became of those handed in. */
export default function VillagePage() {
  const [seesRounds] = useState(() => mayByPost('screening:read'));
  const { value, refusal, reload } = useRead(listCampaigns, seesRounds ? { query: { limit: 20 }, keep: true } : 'wait');
  if (seesRounds && !value) return <Page>{refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />}</Page>;
  const running = value?.rows.filter(row => answerUntil(row, row.phase) !== null) ?? [];
  return (
    <Page>
      {seesRounds && running.length === 0 && <Empty title={screeningWords.noRounds} sub={screeningWords.noRoundsSub} />}
      {running.length > 0 && (
        <Card list title={screeningWords.rounds}>
          {running.map((row, index) => (
            <Round key={row.campaignId} row={row} last={index === running.length - 1} />
          ))}
        </Card>
      )}
      <BigButton icon="pen" onTap={() => goTo('/packages/screening/clue/index')}>
        {screeningWords.handIn}
      </BigButton>
      <MyClues />
      <View className="gh-note">{screeningWords.mineNote}</View>
    </Page>
  );
}

function Round({ row, last }: { readonly row: CampaignShown; readonly last: boolean }) {
  const until = answerUntil(row, row.phase);
  const done = row.answered === row.villages;
  return (
    <ListItem
      title={row.title}
      sub={row.villages > 1 ? screeningWords.answeredOf(row.answered, row.villages) : row.areaName}
      aside={
        done || until === null ? (
          <Tag>{screeningWords.answeredTag}</Tag>
        ) : (
          <Tag tone="warn">{screeningWords.until(dayInWords(until, phoneToday()))}</Tag>
        )
      }
      last={last}
      onTap={() => goTo('/packages/screening/round/index', { campaignId: row.campaignId })}
    />
  );
}
