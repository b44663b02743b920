import { View } from '@tarojs/components';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { BodyOf, ParamsOf, Route } from '@guanhu/shared/kernel/route';
import type { CostRow } from '@guanhu/shared/relief/cost.contract';
import { COST_ACTS, COST_ITEMS, COST_ORIGINS, COST_STATES } from '@guanhu/shared/relief/cost.terms';
import { Amount } from '../../../../ui/amount/amount.tsx';
import { Card } from '../../../../ui/card/card.tsx';
import { KeyValue } from '../../../../ui/key-value/key-value.tsx';
import { Tag } from '../../../../ui/tag/tag.tsx';
import { momentInWords } from '../../../../ui/time.ts';
import { reliefWords } from '../../../../words/relief.ts';
import { stepOf } from '../cost-steps.ts';
import { StepForm } from './step-form.tsx';

export type Send = <R extends Route>(route: R, params: ParamsOf<R>, body: BodyOf<R>) => Promise<void>;
type CostCardProps = { readonly cost: CostRow; readonly today: CalendarDate; readonly busy: boolean; readonly send: Send };

/** One cost: what the bill is for, what each said of it so far, and the step that the reader may take. */
export function CostCard({ cost, today, busy, send }: CostCardProps) {
  const { patientName, villageName, state, origin, paidFor, way, billFen, allowedFen, paidFen, steps } = cost;
  const step = stepOf(cost);
  return (
    <>
      <Card title={reliefWords.whoseCost(patientName, villageName)}>
        <KeyValue name={reliefWords.costNow}>
          <Tag tone={step === undefined ? 'calm' : 'warn'}>{COST_STATES[state]}</Tag>
        </KeyValue>
        <KeyValue name={reliefWords.origin}>{COST_ORIGINS[origin]}</KeyValue>
        <KeyValue name={reliefWords.paidFor} {...(way === null ? {} : { note: reliefWords.escort(way) })}>
          {COST_ITEMS[paidFor]}
        </KeyValue>
        <KeyValue name={reliefWords.bill} last={allowedFen === null}>
          <Amount fen={billFen} />
        </KeyValue>
        {allowedFen !== null && (
          <KeyValue name={reliefWords.allowed} last={paidFen === null}>
            <Amount fen={allowedFen} />
          </KeyValue>
        )}
        {paidFen !== null && (
          <KeyValue name={reliefWords.paid} last>
            <Amount fen={paidFen} />
          </KeyValue>
        )}
        {steps.map(({ act, by, at, words }) => (
          <View key={at} className="gh-gap">
            <View className="gh-sub">{reliefWords.costStep(COST_ACTS[act], by, momentInWords(at, today))}</View>
            <View>{words}</View>
          </View>
        ))}
      </Card>
      {step !== undefined && <StepForm step={step} cost={cost} busy={busy} send={send} />}
    </>
  );
}
