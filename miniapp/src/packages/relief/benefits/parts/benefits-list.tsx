import { useRef, useState } from 'react';
import { View } from '@tarojs/components';
import type { BodyOf, ParamsOf, Route } from '@guanhu/shared/kernel/route';
import type { ReliefOutlook } from '@guanhu/shared/relief/relief.contract';
import { applyForRelief } from '@guanhu/shared/relief/relief.routes';
import { APPLIED_BENEFIT_KEYS, BENEFITS, RELIEF_OFFICES, type Standing } from '@guanhu/shared/relief/relief.terms';
import { newKey } from '../../../../platform/api/new-key.ts';
import { goTo } from '../../../../platform/navigate';
import { BigButton } from '../../../../ui/button/big-button.tsx';
import { Card } from '../../../../ui/card/card.tsx';
import { ListItem } from '../../../../ui/list/list-item.tsx';
import { Tag, type TagTone } from '../../../../ui/tag/tag.tsx';
import { NOTHING_SAID, saidWith, VoiceNote, type Spoken } from '../../../../ui/voice-note/voice-note.tsx';
import { commonWords } from '../../../../words/common.ts';
import { reliefWords } from '../../../../words/relief.ts';

type Line = ReliefOutlook['benefits'][number];
type Said = ReturnType<typeof saidWith>;
type Props = {
  readonly outlook: ReliefOutlook;
  readonly busy: boolean;
  readonly send: <R extends Route>(route: R, params: ParamsOf<R>, body: BodyOf<R>) => Promise<void>;
};

/** Said to the family itself, in few words. */
const SAID: Readonly<Record<Standing, { readonly word: string; readonly tone: TagTone }>> = {
  has: { word: reliefWords.verdictHas, tone: 'calm' },
  applied: { word: reliefWords.verdictUnderWay, tone: 'calm' },
  seems: { word: reliefWords.verdictCan, tone: 'warn' },
  ask: { word: reliefWords.verdictAsk, tone: 'calm' },
  notNow: { word: reliefWords.verdictNot, tone: 'calm' },
};
const ORDER: readonly Standing[] = ['seems', 'applied', 'ask', 'notNow', 'has'];

/** Everything that the county has, what could be had first; one of them is unfolded by a tap. */
export function BenefitsList({ outlook, busy, send }: Props) {
  const [open, setOpen] = useState<string>();
  // Each wish is one application, however often it is sent.
  const ids = useRef(new Map<string, string>());
  const lines = [...outlook.benefits].sort((a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing));
  const apply = (line: Line, fast: boolean, said: Said) => {
    const benefit = APPLIED_BENEFIT_KEYS.find(one => one === line.benefit);
    if (benefit === undefined) return;
    const id = ids.current.get(benefit) ?? newKey();
    ids.current.set(benefit, id);
    void send(applyForRelief, { patientId: outlook.patientId }, { reliefId: id, benefit, fast, ...said });
  };
  return (
    <Card list title={reliefWords.possible}>
      {lines.map((line, index) => (
        <View key={line.benefit}>
          <ListItem
            title={BENEFITS[line.benefit].label}
            sub={BENEFITS[line.benefit].gives}
            aside={<Tag tone={SAID[line.standing].tone}>{SAID[line.standing].word}</Tag>}
            last={index === lines.length - 1 || open === line.benefit}
            onTap={() => setOpen(open === line.benefit ? undefined : line.benefit)}
          />
          {open === line.benefit && (
            <Unfolded line={line} outlook={outlook} busy={busy} onApply={(fast, said) => apply(line, fast, said)} />
          )}
        </View>
      ))}
      <View className="gh-note">{reliefWords.onlyAList}</View>
    </Card>
  );
}

type UnfoldedProps = {
  readonly line: Line;
  readonly outlook: ReliefOutlook;
  readonly busy: boolean;
  readonly onApply: (fast: boolean, said: Said) => void;
};

/** Which conditions, which papers, which office, how long; and the way on. */
function Unfolded({ line: { benefit, standing, terms, findings, reliefId }, outlook, busy, onApply }: UnfoldedProps) {
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
