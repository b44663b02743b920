import { useState } from 'react';
import { View } from '@tarojs/components';
import type { ReliefOutlook } from '@guanhu/shared/relief/relief.contract';
import { BENEFITS, RELIEF_OFFICES } from '@guanhu/shared/relief/relief.terms';
import { goTo } from '../../../../platform/navigate';
import { BigButton } from '../../../../ui/button/big-button.tsx';
import { NOTHING_SAID, saidWith, VoiceNote, type Spoken } from '../../../../ui/voice-note/voice-note.tsx';
import { commonWords } from '../../../../words/common.ts';
import { reliefWords } from '../../../../words/relief.ts';

export type Line = ReliefOutlook['benefits'][number];
export type Said = ReturnType<typeof saidWith>;

type UnfoldedProps = {
  readonly line: Line;
  readonly outlook: ReliefOutlook;
  readonly busy: boolean;
  readonly onApply: (fast: boolean, said: Said) => void;
};

/** Which conditions, which papers, which office, how long; and the way on. */
export function Unfolded({ line: { benefit, standing, terms, findings, reliefId }, outlook, busy, onApply }: UnfoldedProps) {
  const mayApply = outlook.may.apply && standing !== 'has' && standing !== 'applied';
  const { way } = BENEFITS[benefit];
  const [spoken, setSpoken] = useState<Spoken>(NOTHING_SAID);
  const isRecording = spoken.at === 'recording';
  const said = saidWith('', spoken);
  return (
    <View className="gh-gap">
      {findings.map(one => (
        <View key={one.label} className="gh-sub">
          {reliefWords.finding(
            one.verdict === 'holds' ? '✓' : one.verdict === 'fails' ? '✗' : reliefWords.unknownMark,
            one.label,
            one.found,
            one.source,
          )}
        </View>
      ))}
      {terms.papers.length > 0 && <View className="gh-gap">{reliefWords.bring(terms.papers.join(commonWords.clauseMark))}</View>}
      <View className="gh-sub">
        {way === 'arranged' ? reliefWords.noApplication : reliefWords.whereToApply(RELIEF_OFFICES[terms.office], terms.workingDays)}
      </View>
      {reliefId !== null && (
        <View className="gh-gap">
          <BigButton look="line" onTap={() => goTo('/packages/relief/application/index', { reliefId })}>
            {reliefWords.seeProgress}
          </BigButton>
        </View>
      )}
      {mayApply && way === 'reward' && (
        <View className="gh-gap">
          <BigButton onTap={() => goTo('/packages/agreements/apply/index', { patientId: outlook.patientId })}>
            {reliefWords.applyReward}
          </BigButton>
        </View>
      )}
      {mayApply && way === 'apply' && (
        <>
          <View className="gh-sub">{reliefWords.hardshipAsk}</View>
          <View className="gh-gap">
            <VoiceNote value={spoken} otherwise={reliefWords.mayApplySilently} onChange={setSpoken} />
          </View>
          <View className="gh-gap">
            <BigButton busy={busy} disabled={isRecording} onTap={() => onApply(false, said)}>
              {reliefWords.applyFor(BENEFITS[benefit].label)}
            </BigButton>
          </View>
        </>
      )}
      {mayApply && way === 'apply' && terms.fastWorkingDays !== undefined && (
        <View className="gh-gap">
          <BigButton look="line" busy={busy} disabled={isRecording} onTap={() => onApply(true, said)}>
            {reliefWords.fast(terms.fastWorkingDays)}
          </BigButton>
        </View>
      )}
    </View>
  );
}
