import { useRef, useState } from 'react';
import { View } from '@tarojs/components';
import type { ReliefOutlook } from '@guanhu/shared/relief/relief.contract';
import { applyForRelief } from '@guanhu/shared/relief/relief.routes';
import { APPLIED_BENEFIT_KEYS, BENEFITS, type Standing } from '@guanhu/shared/relief/relief.terms';
import { newKey } from '../../../../platform/api/new-key.ts';
import type { SendDeed } from '../../../../platform/api/use-deeds.ts';
import { Card } from '../../../../ui/card/card.tsx';
import { ListItem } from '../../../../ui/list/list-item.tsx';
import { Tag, type TagTone } from '../../../../ui/tag/tag.tsx';
import { reliefWords } from '../../../../words/relief.ts';
import { Unfolded, type Line, type Said } from './unfolded.tsx';

/** Said to the family itself, in few words. */
const SAID: Readonly<Record<Standing, { readonly word: string; readonly tone: TagTone }>> = {
  has: { word: reliefWords.verdictHas, tone: 'calm' },
  applied: { word: reliefWords.verdictUnderWay, tone: 'calm' },
  seems: { word: reliefWords.verdictCan, tone: 'warn' },
  ask: { word: reliefWords.verdictAsk, tone: 'calm' },
  notNow: { word: reliefWords.verdictNot, tone: 'calm' },
};
const ORDER: readonly Standing[] = ['seems', 'applied', 'ask', 'notNow', 'has'];

/** Everything that the county has, what could be had first. */
export const inOrder = ({ benefits }: ReliefOutlook): readonly Line[] =>
  [...benefits].sort((a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing));

/** Applies for a benefit; each wish is one application, however often it is sent. */
export function useApplying(patientId: string | undefined, send: SendDeed) {
  const ids = useRef(new Map<string, string>());
  return (line: Line, fast: boolean, said: Said) => {
    const benefit = APPLIED_BENEFIT_KEYS.find(one => one === line.benefit);
    if (benefit === undefined || patientId === undefined) return;
    const id = ids.current.get(benefit) ?? newKey();
    ids.current.set(benefit, id);
    void send(applyForRelief, { patientId }, { reliefId: id, benefit, fast, ...said });
  };
}

type ShownProps = { readonly outlook: ReliefOutlook; readonly busy: boolean; readonly apply: ReturnType<typeof useApplying> };

/** One of them is unfolded by a tap. */
export function BenefitsList({ outlook, busy, apply }: ShownProps) {
  const [open, setOpen] = useState<string>();
  const lines = inOrder(outlook);
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

/** One benefit that stands on the screen alone, unfolded. */
export const OneBenefit = ({ line, outlook, busy, apply }: ShownProps & { readonly line: Line }) => (
  <Card title={BENEFITS[line.benefit].label}>
    <View className="gh-sub">{BENEFITS[line.benefit].gives}</View>
    <View className="gh-gap">
      <Tag tone={SAID[line.standing].tone}>{SAID[line.standing].word}</Tag>
    </View>
    <Unfolded line={line} outlook={outlook} busy={busy} onApply={(fast, said) => apply(line, fast, said)} />
    <View className="gh-note">{reliefWords.onlyAList}</View>
  </Card>
);
