import { useState } from 'react';
import { View } from '@tarojs/components';
import { fen } from '@guanhu/shared/kernel/fen';
import { estimateOf } from '@guanhu/shared/relief/estimate.rules';
import type { ReliefOutlook } from '@guanhu/shared/relief/relief.contract';
import { Amount } from '../../../../ui/amount/amount.tsx';
import { Card } from '../../../../ui/card/card.tsx';
import { TextField } from '../../../../ui/form/fields.tsx';
import { KeyValue } from '../../../../ui/key-value/key-value.tsx';
import { reliefWords } from '../../../../words/relief.ts';

/** Nobody's outpatient bill is longer. */
const MOST_DIGITS = 7;

/** What of a bill the family would pay itself, with what it has today; and what with the special tariff, where it has none yet. */
export function Estimate({ outlook: { reimbursement, coverage } }: { outlook: ReliefOutlook }) {
  const [typed, setTyped] = useState('');
  const cost = /^\d+$/.test(typed) ? fen(Number(typed) * 100) : undefined;
  const today = cost === undefined ? undefined : estimateOf(cost, reimbursement, coverage);
  const better =
    cost === undefined || coverage.special ? undefined : estimateOf(cost, reimbursement, { ...coverage, insured: true, special: true });
  return (
    <Card title={reliefWords.outpatient}>
      <TextField digits value={typed} placeholder={reliefWords.costPlaceholder} most={MOST_DIGITS} onChange={setTyped} />
      {today?.steps.map(step => (
        <KeyValue key={step.who} name={step.who} note={step.how}>
          <Amount fen={step.fen} />
        </KeyValue>
      ))}
      {today && (
        <KeyValue name={reliefWords.youPay} last={better === undefined}>
          <Amount fen={today.own} />
        </KeyValue>
      )}
      {better && (
        <KeyValue name={reliefWords.youPayCovered} last>
          <Amount fen={better.own} />
        </KeyValue>
      )}
      <View className="gh-note">{reliefWords.onlyAnEstimate}</View>
    </Card>
  );
}
