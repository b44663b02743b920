import { useState } from 'react';
import { View } from '@tarojs/components';
import type { CostRow } from '@guanhu/shared/relief/cost.contract';
import { listCosts } from '@guanhu/shared/relief/cost.routes';
import { COST_ITEMS, COST_STATES, type CostState } from '@guanhu/shared/relief/cost.terms';
import { yuanGrouped } from '@guanhu/shared/kernel/fen';
import { useDeeds } from '../../../platform/api/use-deeds.ts';
import { useRead } from '../../../platform/api/use-read.ts';
import { useTopOn } from '../../../platform/navigate/use-top-on.ts';
import { phoneToday } from '../../../platform/now.ts';
import { mayByPost } from '../../../platform/session/may-by-post.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Chips, type ChipOption } from '../../../ui/form/chips.tsx';
import { wordOptions } from '../../../ui/form/options.ts';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty, ErrorState, Loading, Rest } from '../../../ui/states/states.tsx';
import { Tag } from '../../../ui/tag/tag.tsx';
import { commonWords } from '../../../words/common.ts';
import { reliefWords } from '../../../words/relief.ts';
import { CostCard } from './parts/cost-card.tsx';
import { firstShown, yoursFirst } from './cost-steps.ts';

const SHOWN: readonly ChipOption<CostState | 'all'>[] = [...wordOptions(COST_STATES), { value: 'all', text: reliefWords.everyCost }];

/** Costs of whom nobody else pays for: those that wait for the reader first; one that is tapped stands alone, with what may be done about it. */
export default function CostsPage() {
  const [shown, setShown] = useState(() => firstShown(mayByPost));
  const { value, refusal, reload } = useRead(listCosts, { query: { limit: 100, ...(shown === 'all' ? {} : { state: shown }) } });
  const { doing, send } = useDeeds(reload);
  const [opened, setOpened] = useState<string>();
  useTopOn(opened !== undefined);
  const cost = value?.rows.find(row => row.costId === opened);
  if (cost)
    return (
      <Page>
        {doing.at === 'refused' && <View className="gh-form-row__fault">{doing.say}</View>}
        <CostCard
          key={`${cost.costId}:${String(cost.version)}`}
          cost={cost}
          today={phoneToday()}
          busy={doing.at === 'sending'}
          send={send}
        />
        <BigButton look="line" onTap={() => setOpened(undefined)}>
          {reliefWords.allCosts}
        </BigButton>
      </Page>
    );
  const { yours, others } = yoursFirst(value?.rows ?? []);
  return (
    <Page>
      <Card>
        <View className="gh-sub">{reliefWords.costsNote}</View>
        <Chips options={SHOWN} value={shown} onChange={setShown} />
      </Card>
      {doing.at === 'done' && <View className="gh-note">{commonWords.noted}</View>}
      {!value && (refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />)}
      {value?.rows.length === 0 && <Empty title={reliefWords.noCosts} sub={reliefWords.noCostsSub} />}
      <Rows title={reliefWords.yourCosts} tone="warn" rows={yours} onOpen={setOpened} />
      <Rows title={reliefWords.otherCosts} tone="calm" rows={others} onOpen={setOpened} />
      <Rest after={value} />
    </Page>
  );
}

type RowsProps = {
  readonly title: string;
  readonly tone: 'warn' | 'calm';
  readonly rows: readonly CostRow[];
  readonly onOpen: (costId: string) => void;
};

function Rows({ title, tone, rows, onOpen }: RowsProps) {
  if (rows.length === 0) return null;
  return (
    <Card list title={title}>
      {rows.map(({ costId, patientName, villageName, paidFor, billFen, state }, index) => (
        <ListItem
          key={costId}
          title={reliefWords.whoseCost(patientName, villageName)}
          sub={reliefWords.whatCost(COST_ITEMS[paidFor], yuanGrouped(billFen))}
          aside={<Tag tone={tone}>{COST_STATES[state]}</Tag>}
          last={index === rows.length - 1}
          onTap={() => onOpen(costId)}
        />
      ))}
    </Card>
  );
}
