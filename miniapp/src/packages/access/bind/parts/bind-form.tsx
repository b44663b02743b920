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
import { accessWords } from '../../../../words/access.ts';
import { commonWords } from '../../../../words/common.ts';

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
    setFault(found ? undefined : accessWords.notOurCode);
    if (found) setInvitation(found);
  };
  return (
    <>
      <Card title={accessWords.firstTime}>
        <View className="gh-sub gh-gap">{accessWords.whatYouNeed}</View>
      </Card>
      <FormRow title={accessWords.invitation} fault={fault}>
        <TextField
          value={invitation.typed}
          placeholder={accessWords.invitationExample}
          most={20}
          onChange={typed => {
            setInvitation({ typed });
          }}
        />
        {canScan() && (
          <View className="gh-gap">
            <BigButton look="secondary" icon="scan" onTap={() => void scan()}>
              {accessWords.scanInvitation}
            </BigButton>
          </View>
        )}
      </FormRow>
      <Card list>
        <ListItem
          title={accessWords.whichInformation}
          sub={accessWords.whichInformationSub}
          last
          onTap={() => goTo('/packages/access/privacy/index')}
        />
      </Card>
      <FormRow title={accessWords.hasRead}>
        <Chips
          options={[{ value: 'yes', text: accessWords.readAndAgree }]}
          value={agreed ? 'yes' : undefined}
          onChange={() => {
            setAgreed(!agreed);
          }}
        />
      </FormRow>
      {refusal && (
        <Card title={accessWords.notKnown}>
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
          setFault(accessWords.needNumber);
        }}
      >
        {busy ? commonWords.pleaseWait : accessWords.confirmNumber}
      </PhoneNumberButton>
      {lacks !== undefined && <View className="gh-note">{lacks}</View>}
    </>
  );
}
