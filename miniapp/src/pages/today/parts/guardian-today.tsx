import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { myPassbook } from '@guanhu/shared/payouts/payouts.routes';
import { listWards } from '@guanhu/shared/registry/registry.routes';
import { yuanGrouped } from '@guanhu/shared/kernel/fen';
import { useRead } from '../../../platform/api/use-read.ts';
import { useFontScale } from '../../../platform/font-scale/use-font-scale.ts';
import { goTo } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { Amount } from '../../../ui/amount/amount.tsx';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { monthDay, span } from '../../../ui/time.ts';
import { lineOfToday, toDos } from '../passbook-line.ts';
import { MedicineCard } from './medicine-card.tsx';
import { NextVisitItem } from './next-visit-item.tsx';

/** Medicine, help, the next visit, the money: in this order, and in care mode only the first two and what waits. */
export function GuardianToday() {
  const wards = useRead(listWards, { keep: true });
  const passbook = useRead(myPassbook);
  const { care } = useFontScale();
  if (!wards.value) return wards.refusal ? <ErrorState refusal={wards.refusal} onRetry={() => void wards.reload()} /> : <Loading />;
  const rows = wards.value.rows.filter(ward => ward.state !== 'deceased');
  const today = phoneToday();
  const agreements = passbook.value?.agreements ?? [];
  return (
    <>
      {toDos(agreements).map(each =>
        each.kind === 'sign' ? (
          <Card key={each.agreementId} title="有一份协议等您签字">
            <View className="gh-gap">
              <BigButton icon="pen" onTap={() => goTo('/packages/agreements/agreement/index', { agreementId: each.agreementId })}>
                去看协议
              </BigButton>
            </View>
          </Card>
        ) : (
          <Card key={each.entitlementId} title={<Amount fen={each.amountFen} />}>
            <View className="gh-sub">{`${span(each.from, each.to)}的奖补可以领取了`}</View>
            <View className="gh-gap">
              <BigButton onTap={() => goTo('/packages/payouts/entitlement/index', { entitlementId: each.entitlementId })}>去领取</BigButton>
            </View>
          </Card>
        ),
      )}
      {rows.length === 0 && <Empty title="还没有登记您照看的人" sub="请联系村里的网格员或社会事务办" />}
      {rows.map(ward => (
        <MedicineCard key={ward.patientId} patientId={ward.patientId} label={rows.length === 1 ? '家人' : ward.label} />
      ))}
      {rows.length > 0 && (
        <BigButton look="danger" size="tall" icon="alert" onTap={() => goTo('/packages/incidents/report/index')}>
          有情况，要帮忙
        </BigButton>
      )}
      {rows.length > 0 && (
        <Card list>
          {rows.map(ward => (
            <NextVisitItem
              key={ward.patientId}
              patientId={ward.patientId}
              label={rows.length === 1 ? undefined : ward.label}
              last={care || agreements.length === 0}
            />
          ))}
          {!care &&
            agreements.map((agreement, index) => {
              const line = lineOfToday(agreement.lines, today);
              return (
                line && (
                  <ListItem
                    key={agreement.id}
                    title={
                      <>
                        {'本期预计 '}
                        <Amount fen={line.amountFen} />
                      </>
                    }
                    sub={`做满这一期共 ${yuanGrouped(line.fullFen)} 元，${monthDay(line.to)}后认定`}
                    last={index === agreements.length - 1}
                    onTap={() => void Taro.switchTab({ url: '/pages/agreement/index' })}
                  />
                )
              );
            })}
        </Card>
      )}
    </>
  );
}
