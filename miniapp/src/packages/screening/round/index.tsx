import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { formOf } from '@guanhu/shared/screening/clue-form.rules';
import { readCampaign } from '@guanhu/shared/screening/campaign.routes';
import { PHASES } from '@guanhu/shared/screening/campaign.terms';
import { answerUntil } from '@guanhu/shared/screening/village-round.rules';
import { useRead } from '../../../platform/api/use-read.ts';
import { Card } from '../../../ui/card/card.tsx';
import { ProgressBar } from '../../../ui/progress-bar/progress-bar.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { PutOff } from '../../../ui/put-off/put-off.tsx';
import { ErrorState, Loading } from '../../../ui/states/states.tsx';
import { monthDay } from '../../../ui/time.ts';
import { screeningWords } from '../../../words/screening.ts';
import { GapCard } from './parts/gap-card.tsx';
import { VillageCard } from './parts/village-card.tsx';

/** One screening as the village sees it: what is looked for, until when, its own answer, and what the self-check found. */
export default function RoundPage() {
  const { campaignId = '', taskId } = useRouter().params;
  const { value, refusal, reload } = useRead(readCampaign, { params: { campaignId }, keep: true });
  if (!value) return <Page>{refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />}</Page>;
  const { campaign, villages, gaps } = value;
  const until = answerUntil(campaign, campaign.phase);
  const own = villages.filter(village => village.mine);
  const groups = formOf(campaign.form)?.groups ?? {};
  const asked = campaign.groups.length === 0 ? Object.keys(groups).map(Number) : campaign.groups;
  return (
    <Page>
      <Card title={campaign.title}>
        <View className="gh-sub">
          {until === null ? PHASES[campaign.phase] : screeningWords.stageUntil(PHASES[campaign.phase], monthDay(until))}
        </View>
        {campaign.villages > 1 && (
          <>
            <ProgressBar done={campaign.answered} all={campaign.villages} />
            <View className="gh-note">{screeningWords.answeredOf(campaign.answered, campaign.villages)}</View>
          </>
        )}
      </Card>
      {own.map(village => (
        <VillageCard key={village.areaId} campaignId={campaignId} village={village} onSaved={reload} />
      ))}
      {own.length === 0 && <View className="gh-note">{screeningWords.notYours}</View>}
      {gaps.length > 0 && <View className="gh-head">{screeningWords.missing}</View>}
      {gaps.map(gap => (
        <GapCard
          key={gap.gapId}
          gap={gap}
          answered={villages.some(({ areaName, answer }) => areaName === gap.areaName && answer !== null)}
          onSaved={reload}
        />
      ))}
      <Card title={screeningWords.whatIsAsked}>
        <View className="gh-sub">{screeningWords.lookAround}</View>
        <View className="gh-sub gh-gap">{screeningWords.noCampaign}</View>
      </Card>
      <Card title={screeningWords.allGroups}>
        {asked.map(group => (
          <View key={group} className="gh-sub">
            {groups[group] ?? ''}
          </View>
        ))}
      </Card>
      {own.some(({ answer }) => answer === null) && <PutOff taskId={taskId} />}
    </Page>
  );
}
