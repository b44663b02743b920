import { useState } from 'react';
import { View } from '@tarojs/components';
import type { GapShown } from '@guanhu/shared/screening/campaign.contract';
import { correctGap } from '@guanhu/shared/screening/campaign.routes';
import { BigButton } from '../../../../ui/button/big-button.tsx';
import { Card } from '../../../../ui/card/card.tsx';
import { TextField } from '../../../../ui/form/fields.tsx';
import { commonWords } from '../../../../words/common.ts';
import { screeningWords } from '../../../../words/screening.ts';
import { useSending } from '../use-sending.ts';

type GapCardProps = {
  readonly gap: GapShown;
  /** Whether the village has answered: before, nothing is put right. */
  readonly answered: boolean;
  readonly onSaved: () => Promise<void>;
};

/** What the self-check found missing in the village, and how it was put right. */
export function GapCard({ gap, answered, onSaved }: GapCardProps) {
  const [remark, setRemark] = useState('');
  const { sending, send } = useSending(correctGap, screeningWords.gapRemark, onSaved);
  const mayFill = gap.mine && (answered || gap.kind !== 'unanswered');
  return (
    <Card title={`${gap.areaName} · ${gap.words ?? screeningWords.gapUnanswered}`}>
      {gap.remark !== null && <View className="gh-sub">{screeningWords.gapFilled(gap.remark)}</View>}
      {gap.mine && !mayFill && <View className="gh-sub">{screeningWords.gapAnswerFirst}</View>}
      {mayFill && sending.at !== 'queued' && (
        <>
          <TextField value={remark} placeholder={screeningWords.gapHow} most={300} onChange={setRemark} />
          <View className="gh-gap">
            <BigButton
              look="secondary"
              busy={sending.at === 'sending'}
              disabled={remark.trim() === ''}
              onTap={() => void send({ gapId: gap.gapId }, { remark: remark.trim() })}
            >
              {screeningWords.gapFill}
            </BigButton>
          </View>
        </>
      )}
      {sending.at === 'queued' && <View className="gh-note">{commonWords.keptOnPhone}</View>}
      {sending.at === 'refused' && <View className="gh-form-row__fault">{sending.say}</View>}
    </Card>
  );
}
