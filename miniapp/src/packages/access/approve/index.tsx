import { useState } from 'react';
import { View } from '@tarojs/components';
import { useLoad } from '@tarojs/taro';
import { goBack } from '../../../platform/navigate';
import { canScan, scanCode } from '../../../platform/scan';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { TextField } from '../../../ui/form/fields.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { KeyValue } from '../../../ui/key-value/key-value.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty, Loading } from '../../../ui/states/states.tsx';
import { clock } from '../../../ui/time.ts';
import { useDeskTicket } from './use-desk-ticket.ts';

/** Signing in at the desk and the deeds for which the desk asks again: seen here first, then approved. */
export default function ApprovePage() {
  const { state, read, answer } = useDeskTicket();
  const [typed, setTyped] = useState('');
  const scan = async () => {
    const text = await scanCode();
    if (text !== undefined) await read(text);
  };
  useLoad(() => {
    if (canScan()) void scan();
  });
  return (
    <Page>
      {state.at === 'reading' && <Loading />}
      {state.at === 'none' && (
        <>
          {canScan() && (
            <BigButton icon="scan" onTap={() => void scan()}>
              扫电脑上的二维码
            </BigButton>
          )}
          <FormRow title="或者输入二维码下面的码" fault={state.say}>
            <TextField value={typed} placeholder="8 位字母和数字" most={20} onChange={setTyped} />
            <View className="gh-gap">
              <BigButton look={canScan() ? 'line' : 'primary'} onTap={() => void read(typed)}>
                看看要确认什么
              </BigButton>
            </View>
          </FormRow>
        </>
      )}
      {state.at === 'shown' && (
        <>
          <Card title={state.ticket.says}>
            <KeyValue name="哪台电脑">{state.ticket.device}</KeyValue>
            <KeyValue name="什么时候">{clock(state.ticket.askedAt)}</KeyValue>
            <KeyValue name="核对码" note="应与电脑上显示的一样" last>
              {state.ticket.code}
            </KeyValue>
          </Card>
          {state.say !== undefined && <View className="gh-form-row__fault">{state.say}</View>}
          <View className="gh-note">不是您自己在操作，就点“不同意”。</View>
          <View className="gh-row">
            <View className="gh-row__narrow">
              <BigButton look="line" disabled={state.busy} onTap={() => void answer(state.ticket, false)}>
                不同意
              </BigButton>
            </View>
            <View className="gh-row__narrow">
              <BigButton busy={state.busy} onTap={() => void answer(state.ticket, true)}>
                同意
              </BigButton>
            </View>
          </View>
        </>
      )}
      {(state.at === 'approved' || state.at === 'refused') && (
        <Empty title={state.at === 'approved' ? '已同意，请看电脑' : '已拒绝'} sub={state.ticket.says}>
          <View className="gh-gap">
            <BigButton look="line" onTap={goBack}>
              好
            </BigButton>
          </View>
        </Empty>
      )}
    </Page>
  );
}
