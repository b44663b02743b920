import { useState } from 'react';
import { View } from '@tarojs/components';
import { yuan, yuanGrouped } from '@guanhu/shared/kernel/fen';
import type { CostRow } from '@guanhu/shared/relief/cost.contract';
import { payCost, reviewCost, superviseCost } from '@guanhu/shared/relief/cost.routes';
import { BigButton } from '../../../../ui/button/big-button.tsx';
import { TextArea, TextField } from '../../../../ui/form/fields.tsx';
import { FormRow } from '../../../../ui/form/form-row.tsx';
import { Sheet } from '../../../../ui/sheet/sheet.tsx';
import { reliefWords } from '../../../../words/relief.ts';
import { amountOf, mostOf, type CostStep } from '../cost-steps.ts';
import type { Send } from './cost-card.tsx';

const WORDS = {
  review: { deed: reliefWords.allow, said: reliefWords.reviewWords },
  pay: { deed: reliefWords.notePayment, said: reliefWords.paymentWords },
  supervise: { deed: reliefWords.noteSupervision, said: reliefWords.supervisionWords },
} as const;

type StepFormProps = { readonly step: CostStep; readonly cost: CostRow; readonly busy: boolean; readonly send: Send };

/** One step of a cost: an amount where there is one, and words; asked once more, for none of them is taken back. */
export function StepForm({ step, cost, busy, send }: StepFormProps) {
  const most = mostOf(step, cost);
  const [typed, setTyped] = useState(most === null ? '' : yuan(most));
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState<'on' | 'back'>();
  const { costId, version } = cost;
  const said = words.trim();
  const fen = most === null ? 0 : amountOf(typed, most);
  const ask = (way: 'on' | 'back') => {
    setTried(true);
    if (said !== '' && (way === 'back' || fen !== undefined)) setAsking(way);
  };
  const carryOut = () => {
    const back = asking === 'back';
    setAsking(undefined);
    if (step === 'supervise') return void send(superviseCost, { costId }, { version, words: said });
    if (step === 'review' && back) return void send(reviewCost, { costId }, { version, allowedFen: null, words: said });
    if (fen === undefined) return;
    if (step === 'review') return void send(reviewCost, { costId }, { version, allowedFen: fen, words: said });
    return void send(payCost, { costId }, { version, paidFen: fen, words: said });
  };
  return (
    <>
      {most !== null && (
        <FormRow
          title={reliefWords.amountAsk}
          note={reliefWords.atMost(yuanGrouped(most))}
          fault={tried && fen === undefined ? reliefWords.amountFault : undefined}
        >
          <TextField value={typed} placeholder={reliefWords.amountAsk} most={14} onChange={setTyped} />
        </FormRow>
      )}
      <FormRow title={WORDS[step].said} fault={tried && said === '' ? reliefWords.wordsMissing : undefined}>
        <TextArea value={words} placeholder={WORDS[step].said} most={500} onChange={setWords} />
      </FormRow>
      <BigButton busy={busy} onTap={() => ask('on')}>
        {WORDS[step].deed}
      </BigButton>
      {step === 'review' && (
        <BigButton look="line" busy={busy} onTap={() => ask('back')}>
          {reliefWords.sendBack}
        </BigButton>
      )}
      <Sheet
        open={asking !== undefined}
        title={asking === 'back' ? reliefWords.sendBackAsk : reliefWords.stepAsk(WORDS[step].deed)}
        confirm={asking === 'back' ? reliefWords.sendBack : WORDS[step].deed}
        busy={busy}
        onConfirm={carryOut}
        onClose={() => setAsking(undefined)}
      >
        {asking === 'on' && most !== null && fen !== undefined && <View>{reliefWords.yuan(yuanGrouped(fen))}</View>}
        {said}
      </Sheet>
    </>
  );
}
