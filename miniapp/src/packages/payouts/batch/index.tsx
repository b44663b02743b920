import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { yuanGrouped } from '@guanhu/shared/kernel/fen';
import { phoneToday } from '../../../platform/now.ts';
import { Amount } from '../../../ui/amount/amount.tsx';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { TextArea } from '../../../ui/form/fields.tsx';
import { KeyValue } from '../../../ui/key-value/key-value.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Sheet } from '../../../ui/sheet/sheet.tsx';
import { ErrorState, Loading } from '../../../ui/states/states.tsx';
import { Timeline } from '../../../ui/timeline/timeline.tsx';
import { chainOf } from './chain.ts';
import { useBatch } from './use-batch.ts';
import { commonWords } from '../../../words/common.ts';
import { payoutsWords } from '../../../words/payouts.ts';

/** Everything to decide on one screen: the sum, the money there is, the three people, the payments that differ or have changed since. */
export default function BatchPage() {
  const batchId = useRouter().params.batchId ?? '';
  const { reading, busy, say, check, sendBack } = useBatch(batchId);
  const [returning, setReturning] = useState(false);
  const [reason, setReason] = useState('');
  const batch = reading.value;
  if (!batch)
    return <Page>{reading.refusal ? <ErrorState refusal={reading.refusal} onRetry={() => void reading.reload()} /> : <Loading />}</Page>;
  const differing = batch.entitlements.filter(each => each.amountFen !== each.fullFen);
  const attention = batch.entitlements.filter(each => each.warnings.length + each.changed.length > 0);
  return (
    <Page>
      <Card>
        <View className="gh-sub">{payoutsWords.batchOf(batch.title, batch.townshipName, batch.people)}</View>
        <Amount fen={batch.totalFen} big />
        <View className="gh-note">{payoutsWords.available(yuanGrouped(batch.availableFen))}</View>
      </Card>
      <Card>
        <Timeline steps={chainOf(batch, phoneToday())} />
      </Card>
      <Card title={differing.length === 0 ? payoutsWords.allFull : payoutsWords.notFull(differing.length)}>
        {differing.map((each, index) => (
          <KeyValue key={each.id} name={each.agreementNumber} note={each.grounds} last={index === differing.length - 1}>
            <Amount fen={each.amountFen} />
          </KeyValue>
        ))}
      </Card>
      {attention.length > 0 && (
        <Card title={payoutsWords.attention(attention.length)}>
          {attention.map((each, index) => (
            <KeyValue
              key={each.id}
              name={each.agreementNumber}
              note={[...each.warnings, ...each.changed.map(change => payoutsWords.changedSince(change))].join(commonWords.clauseMark)}
              last={index === attention.length - 1}
            >
              <Amount fen={each.amountFen} />
            </KeyValue>
          ))}
        </Card>
      )}
      {say !== undefined && <View className="gh-form-row__fault">{say}</View>}
      {(batch.may.check || batch.may.return) && (
        <View className="gh-row">
          {batch.may.return && (
            <View className="gh-row__narrow">
              <BigButton look="line" disabled={busy} onTap={() => setReturning(true)}>
                {payoutsWords.sendBack}
              </BigButton>
            </View>
          )}
          {batch.may.check && (
            <View className="gh-row__narrow">
              <BigButton busy={busy} onTap={() => void check()}>
                {payoutsWords.agree}
              </BigButton>
            </View>
          )}
        </View>
      )}
      {batch.may.release && <View className="gh-note">{payoutsWords.releaseAtDesk}</View>}
      <Sheet
        open={returning}
        title={payoutsWords.sendBackWhy}
        confirm={payoutsWords.sendBack}
        danger
        busy={busy}
        onConfirm={() => {
          if (reason.trim() === '') return;
          setReturning(false);
          void sendBack(reason.trim());
        }}
        onClose={() => setReturning(false)}
      >
        <TextArea value={reason} placeholder={payoutsWords.sendBackPlaceholder} most={200} onChange={setReason} />
      </Sheet>
    </Page>
  );
}
