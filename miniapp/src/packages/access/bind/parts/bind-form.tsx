import { useState } from 'react';
import { View } from '@tarojs/components';
import type { PhoneRefusal } from '../../../../platform/api/answer.ts';
import { goTo } from '../../../../platform/navigate';
import { PhoneNumberButton } from '../../../../platform/phone-number';
import { canScan, scanCode } from '../../../../platform/scan';
import { BigButton } from '../../../../ui/button/big-button.tsx';
import { buttonClass } from '../../../../ui/button/button-class.ts';
import { Card } from '../../../../ui/card/card.tsx';
import { Chips } from '../../../../ui/form/chips.tsx';
import { TextField } from '../../../../ui/form/fields.tsx';
import { FormRow } from '../../../../ui/form/form-row.tsx';
import { ListItem } from '../../../../ui/list/list-item.tsx';
import { invitationFrom, missing, type Invitation } from '../bind.ts';

type BindFormProps = {
  /** What the picture on the invitation brought along, when the page was opened by it. */
  readonly scanned: string | undefined;
  readonly busy: boolean;
  readonly refusal: PhoneRefusal | undefined;
  readonly onBind: (invitation: Invitation, phoneCode: string) => void;
};

/** The code given in person, the notice, and WeChat's own button for the phone number: all three or nothing. */
export function BindForm({ scanned, busy, refusal, onBind }: BindFormProps) {
  const [invitation, setInvitation] = useState<Invitation>(
    () => (scanned === undefined ? undefined : invitationFrom(scanned)) ?? { typed: '' },
  );
  const [agreed, setAgreed] = useState(false);
  const [fault, setFault] = useState<string>();
  const lacks = missing(agreed, invitation);
  const scan = async () => {
    const text = await scanCode();
    if (text === undefined) return;
    const found = invitationFrom(text);
    setFault(found ? undefined : '这不是关护的邀请码，请扫工作人员给您的那一张');
    if (found) setInvitation(found);
  };
  return (
    <>
      <Card title="第一次用，先认一下您">
        <View className="gh-sub gh-gap">需要工作人员当面给您的邀请码，和您登记过的手机号。</View>
      </Card>
      <FormRow title="邀请码" fault={fault}>
        <TextField
          value={invitation.typed}
          placeholder="例如 ACDE-3467"
          most={20}
          onChange={typed => {
            setInvitation({ typed });
          }}
        />
        {canScan() && (
          <View className="gh-gap">
            <BigButton look="secondary" icon="scan" onTap={() => void scan()}>
              扫邀请码
            </BigButton>
          </View>
        )}
      </FormRow>
      <Card list>
        <ListItem title="我们会用到您的哪些信息" sub="怎么用、谁能看、怎么收回" last onTap={() => goTo('/packages/access/privacy/index')} />
      </Card>
      <FormRow title="看过说明了吗？">
        <Chips
          options={[{ value: 'yes', text: '我看过了，我同意' }]}
          value={agreed ? 'yes' : undefined}
          onChange={() => {
            setAgreed(!agreed);
          }}
        />
      </FormRow>
      {refusal && (
        <Card title="没有认出来">
          <View className="gh-sub gh-gap">{refusal.say}</View>
        </Card>
      )}
      <PhoneNumberButton
        className={buttonClass('primary', 'normal', busy || lacks !== undefined)}
        disabled={busy || lacks !== undefined}
        onCode={phoneCode => {
          onBind(invitation, phoneCode);
        }}
        onRefused={() => {
          setFault('需要您同意微信提供手机号，才能确认是您本人');
        }}
      >
        {busy ? '请稍等…' : '用微信手机号确认'}
      </PhoneNumberButton>
      {lacks !== undefined && <View className="gh-note">{lacks}</View>}
    </>
  );
}
