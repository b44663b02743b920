import { useRef, useState } from 'react';
import { View } from '@tarojs/components';
import type { AgreementDetail } from '@guanhu/shared/agreements/agreements.contract';
import { keepSignedPage, signOnPaper } from '@guanhu/shared/agreements/signing.routes';
import { call } from '../../../platform/api';
import { newKey } from '../../../platform/api/new-key.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Sheet } from '../../../ui/sheet/sheet.tsx';
import { PaperPhotos } from '../paper-photos.tsx';

/** For an official in a home: the guardian signs on paper, every page is photographed, and whoever saw it stands as the witness. */
export function OnPaper({ agreement, onSigned }: { agreement: AgreementDetail; onSigned: () => void }) {
  const { id: agreementId, version, contentSha256 } = agreement;
  const [pages, setPages] = useState<readonly string[]>([]);
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  // One signature is one intent: a retry after a lost answer must not sign twice.
  const key = useRef(newKey());
  const sign = async () => {
    setSure(false);
    setBusy(true);
    const body = { version, contentSha256, pages: [...pages], witnessed: true as const };
    const answer = await call(signOnPaper, { params: { agreementId }, key: key.current, body });
    setBusy(false);
    if (answer.ok) {
      onSigned();
      return;
    }
    if (!answer.refusal.unreached) key.current = newKey();
    setFault(answer.refusal.say);
  };
  return (
    <Card title="在纸上签">
      <View className="gh-sub">监护人不方便在手机上签的，打印出来读给他听，他在纸上签名，您在场见证。每一页都拍下来。</View>
      <View className="gh-gap">
        <PaperPhotos
          what="签好的协议"
          kept={pages}
          onKept={setPages}
          keep={(body, pageKey) => call(keepSignedPage, { params: { agreementId }, body, key: pageKey })}
        />
      </View>
      {fault !== undefined && <View className="gh-form-row__fault">{fault}</View>}
      {pages.length > 0 && (
        <View className="gh-gap">
          <BigButton icon="pen" busy={busy} onTap={() => setSure(true)}>
            我当面见证，提交
          </BigButton>
        </View>
      )}
      <Sheet open={sure} title="确定提交吗？" confirm="确定提交" onConfirm={() => void sign()} onClose={() => setSure(false)}>
        您的名字会作为见证人写进协议。监护人已经读过或者听过全文，并且当着您的面签的，才能提交。
      </Sheet>
    </Card>
  );
}
