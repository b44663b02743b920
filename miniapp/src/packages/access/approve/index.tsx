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
import { accessWords } from '../../../words/access.ts';
import { commonWords } from '../../../words/common.ts';

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
              {accessWords.scanDesk}
            </BigButton>
          )}
          <FormRow title={accessWords.orTypeCode} fault={state.say}>
            <TextField value={typed} placeholder={accessWords.codePlaceholder} most={20} onChange={setTyped} />
            <View className="gh-gap">
              <BigButton look={canScan() ? 'line' : 'primary'} onTap={() => void read(typed)}>
                {accessWords.seeWhat}
              </BigButton>
            </View>
          </FormRow>
        </>
      )}
      {state.at === 'shown' && (
        <>
          <Card title={state.ticket.says}>
            <KeyValue name={accessWords.whichDesk}>{state.ticket.device}</KeyValue>
            <KeyValue name={accessWords.whenAsked}>{clock(state.ticket.askedAt)}</KeyValue>
            <KeyValue name={accessWords.checkCode} note={accessWords.checkCodeNote} last>
              {state.ticket.code}
            </KeyValue>
          </Card>
          {state.say !== undefined && <View className="gh-form-row__fault">{state.say}</View>}
          <View className="gh-note">{accessWords.notYou}</View>
          <View className="gh-row">
            <View className="gh-row__narrow">
              <BigButton look="line" disabled={state.busy} onTap={() => void answer(state.ticket, false)}>
                {accessWords.refuse}
              </BigButton>
            </View>
            <View className="gh-row__narrow">
              <BigButton busy={state.busy} onTap={() => void answer(state.ticket, true)}>
                {accessWords.approve}
              </BigButton>
            </View>
          </View>
        </>
      )}
      {(state.at === 'approved' || state.at === 'refused') && (
        <Empty title={state.at === 'approved' ? accessWords.approved : accessWords.refused} sub={state.ticket.says}>
          <View className="gh-gap">
            <BigButton look="line" onTap={goBack}>
              {commonWords.ok}
            </BigButton>
          </View>
        </Empty>
      )}
    </Page>
  );
}
