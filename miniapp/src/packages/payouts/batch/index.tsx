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
        <View className="gh-sub">{`${batch.title} · ${batch.townshipName} · ${String(batch.people)} 人`}</View>
        <Amount fen={batch.totalFen} big />
        <View className="gh-note">{`可用余额 ${yuanGrouped(batch.availableFen)} 元`}</View>
      </Card>
      <Card>
        <Timeline steps={chainOf(batch, phoneToday())} />
      </Card>
      <Card title={differing.length === 0 ? '都是全额' : `与全额不同的 ${String(differing.length)} 笔`}>
        {differing.map((each, index) => (
          <KeyValue key={each.id} name={each.agreementNumber} note={each.grounds} last={index === differing.length - 1}>
            <Amount fen={each.amountFen} />
          </KeyValue>
        ))}
      </Card>
      {attention.length > 0 && (
        <Card title={`要留意的 ${String(attention.length)} 笔`}>
          {attention.map((each, index) => (
            <KeyValue
              key={each.id}
              name={each.agreementNumber}
              note={[...each.warnings, ...each.changed.map(change => `制单后：${change}`)].join('；')}
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
                退回
              </BigButton>
            </View>
          )}
          {batch.may.check && (
            <View className="gh-row__narrow">
              <BigButton busy={busy} onTap={() => void check()}>
                同意
              </BigButton>
            </View>
          )}
        </View>
      )}
      {batch.may.release && <View className="gh-note">放款在电脑工作台上操作，会请您用手机再确认一次。</View>}
      <Sheet
        open={returning}
        title="为什么退回？"
        confirm="退回"
        danger
        busy={busy}
        onConfirm={() => {
          if (reason.trim() === '') return;
          setReturning(false);
          void sendBack(reason.trim());
        }}
        onClose={() => setReturning(false)}
      >
        <TextArea value={reason} placeholder="写给制单人看" most={200} onChange={setReason} />
      </Sheet>
    </Page>
  );
}
