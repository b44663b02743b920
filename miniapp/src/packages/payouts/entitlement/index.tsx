import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { ENTITLEMENT_KINDS } from '@guanhu/shared/payouts/payouts.terms';
import { goBack } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { Amount } from '../../../ui/amount/amount.tsx';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { ErrorState, Loading } from '../../../ui/states/states.tsx';
import { Timeline } from '../../../ui/timeline/timeline.tsx';
import { momentInWords, span } from '../../../ui/time.ts';
import { useClaim } from './use-claim.ts';
import { commonWords } from '../../../words/common.ts';
import { payoutsWords } from '../../../words/payouts.ts';

export default function EntitlementPage() {
  const entitlementId = useRouter().params.entitlementId ?? '';
  const { reading, payment, view, busy, say, claim, open } = useClaim(entitlementId);
  if (!payment || !view) {
    return <Page>{reading.refusal ? <ErrorState refusal={reading.refusal} onRetry={() => void reading.reload()} /> : <Loading />}</Page>;
  }
  return (
    <Page>
      <Card>
        <View className="gh-sub">{`${span(payment.from, payment.to)} · ${ENTITLEMENT_KINDS[payment.kind]}`}</View>
        <Amount fen={payment.amountFen} big />
      </Card>
      <Card title={view.title}>
        <View className="gh-sub">
          {payment.state === 'paid' && payment.paidAt !== null ? momentInWords(payment.paidAt, phoneToday()) : view.sub}
        </View>
        {payment.state === 'paid' && <View className="gh-sub">{view.sub}</View>}
        {view.steps.length > 0 && <Coach steps={view.steps} />}
        {view.button === 'claim' && (
          <View className="gh-gap">
            <BigButton busy={busy} onTap={() => void claim()}>
              {commonWords.collect}
            </BigButton>
          </View>
        )}
        {view.button === 'open' && (
          <View className="gh-gap">
            <BigButton busy={busy} onTap={() => void open()}>
              {payoutsWords.openReceipt}
            </BigButton>
          </View>
        )}
        {say !== undefined && <View className="gh-form-row__fault">{say}</View>}
      </Card>
      <BigButton look="line" onTap={goBack}>
        {commonWords.goBack}
      </BigButton>
    </Page>
  );
}

/** One thing at a time: many who read it do this once a quarter. */
const Coach = ({ steps }: { steps: readonly string[] }) => (
  <View className="gh-gap">
    <Timeline steps={steps.map((title, n) => ({ title, state: n === 0 ? 'now' : 'ahead' }))} />
    <View className="gh-sub">{payoutsWords.noHurry}</View>
  </View>
);
