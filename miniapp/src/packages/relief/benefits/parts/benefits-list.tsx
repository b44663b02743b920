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

type Line = ReliefOutlook['benefits'][number];
type Said = ReturnType<typeof saidWith>;
type Props = {
  readonly outlook: ReliefOutlook;
  readonly busy: boolean;
  readonly send: <R extends Route>(route: R, params: ParamsOf<R>, body: BodyOf<R>) => Promise<void>;
};

/** Said to the family itself, in few words. */
const SAID: Readonly<Record<Standing, { readonly word: string; readonly tone: TagTone }>> = {
  has: { word: '有了', tone: 'calm' },
  applied: { word: '正在办', tone: 'calm' },
  seems: { word: '可以申请', tone: 'warn' },
  ask: { word: '要问清楚', tone: 'calm' },
  notNow: { word: '条件可能不够', tone: 'calm' },
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
    <Card list title="能办的">
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
      <View className="gh-note">这里只是把查到的列出来，不代表批准；想申请的都可以申请，由部门决定。</View>
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
          {`${one.verdict === 'holds' ? '✓' : one.verdict === 'fails' ? '✗' : '？'} ${one.label}：${one.found}（${one.source}）`}
        </View>
      ))}
      {terms.papers.length > 0 && <View className="gh-gap">{`要带：${terms.papers.join('；')}`}</View>}
      <View className="gh-sub">
        {way === 'arranged'
          ? '不用申请，卫生院会来约'
          : `到${RELIEF_OFFICES[terms.office]}办，或交给村里；${String(terms.workingDays)} 个工作日内答复`}
      </View>
      {reliefId !== null && (
        <View className="gh-gap">
          <BigButton look="line" onTap={() => goTo('/packages/relief/application/index', { reliefId })}>
            看办到哪一步了
          </BigButton>
        </View>
      )}
      {mayApply && way === 'reward' && (
        <View className="gh-gap">
          <BigButton onTap={() => goTo('/packages/agreements/apply/index', { patientId: outlook.patientId })}>申请看护奖补</BigButton>
        </View>
      )}
      {mayApply && way === 'apply' && (
        <>
          <View className="gh-sub">家里的难处，可以说一段话（可不说）</View>
          <View className="gh-gap">
            <VoiceNote value={spoken} otherwise="不说也可以申请" onChange={setSpoken} />
          </View>
          <View className="gh-gap">
            <BigButton busy={busy} disabled={isRecording} onTap={() => onApply(false, said)}>
              {`申请${BENEFITS[benefit].label}`}
            </BigButton>
          </View>
        </>
      )}
      {mayApply && way === 'apply' && terms.fastWorkingDays !== undefined && (
        <View className="gh-gap">
          <BigButton look="line" busy={busy} disabled={isRecording} onTap={() => onApply(true, said)}>
            {`着急，快办（${String(terms.fastWorkingDays)} 个工作日）`}
          </BigButton>
        </View>
      )}
    </View>
  );
}
