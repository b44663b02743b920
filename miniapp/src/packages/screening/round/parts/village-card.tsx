import { View } from '@tarojs/components';
import type { VillageShown } from '@guanhu/shared/screening/campaign.contract';
import { answerVillage } from '@guanhu/shared/screening/campaign.routes';
import { VILLAGE_ANSWERS } from '@guanhu/shared/screening/campaign.terms';
import { answerWith, cluesWaiting } from '@guanhu/shared/screening/village-round.rules';
import { goTo } from '../../../../platform/navigate';
import { phoneToday } from '../../../../platform/now.ts';
import { useOutbox } from '../../../../platform/outbox';
import { BigButton } from '../../../../ui/button/big-button.tsx';
import { Card } from '../../../../ui/card/card.tsx';
import { momentInWords } from '../../../../ui/time.ts';
import { commonWords } from '../../../../words/common.ts';
import { screeningWords } from '../../../../words/screening.ts';
import { useSending } from '../use-sending.ts';

type VillageCardProps = {
  readonly campaignId: string;
  readonly village: VillageShown;
  readonly onSaved: () => Promise<void>;
};

/** One village's own part: clues first, then its answer. How many clues there are is never typed. */
export function VillageCard({ campaignId, village, onSaved }: VillageCardProps) {
  const { areaId, areaName, answer, answeredAt, late } = village;
  const waiting = cluesWaiting(
    useOutbox().waiting.map(({ url }) => url),
    areaId,
  );
  const clues = village.clues + waiting;
  const { sending, send } = useSending(answerVillage, screeningWords.answer, onSaved);
  const next = answerWith(clues);
  // It was said already, and nothing has come since.
  const isSaid = answer === next;
  return (
    <Card title={areaName}>
      <View className="gh-sub">
        {answer === null || answeredAt === null
          ? screeningWords.notAnswered
          : screeningWords.saidAt(VILLAGE_ANSWERS[answer], momentInWords(answeredAt, phoneToday()))}
      </View>
      <View className="gh-sub">{screeningWords.cluesSoFar(clues)}</View>
      {late > 0 && <View className="gh-sub">{screeningWords.lateClues(late)}</View>}
      {waiting > 0 && <View className="gh-note">{screeningWords.waitingHere(waiting)}</View>}
      <View className="gh-gap">
        <BigButton look={isSaid ? 'line' : 'secondary'} icon="pen" onTap={() => goTo('/packages/screening/clue/index')}>
          {screeningWords.handIn}
        </BigButton>
      </View>
      {!isSaid && sending.at !== 'queued' && (
        <View className="gh-gap">
          <BigButton icon="check" busy={sending.at === 'sending'} onTap={() => void send({ campaignId, areaId }, { answer: next })}>
            {VILLAGE_ANSWERS[next]}
          </BigButton>
        </View>
      )}
      {sending.at === 'queued' && <View className="gh-note">{commonWords.keptOnPhone}</View>}
      {sending.at === 'refused' && <View className="gh-form-row__fault">{sending.say}</View>}
      <View className="gh-note">{screeningWords.answerNote}</View>
    </Card>
  );
}
