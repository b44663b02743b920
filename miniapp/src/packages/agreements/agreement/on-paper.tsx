import { useRef, useState } from 'react';
import { View } from '@tarojs/components';
import type { AgreementDetail } from '@guanhu/shared/agreements/agreements.contract';
import { keepSignedPage, signOnPaper } from '@guanhu/shared/agreements/signing.routes';
import { call } from '../../../platform/api';
import { newKey } from '../../../platform/api/new-key.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Sheet } from '../../../ui/sheet/sheet.tsx';
import { atOnce, PaperPhotos } from '../paper-photos.tsx';
import { agreementsWords } from '../../../words/agreements.ts';

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
    <Card title={agreementsWords.signOnPaper}>
      <View className="gh-sub">{agreementsWords.signOnPaperHow}</View>
      <View className="gh-gap">
        <PaperPhotos
          what={agreementsWords.signedPaper}
          kept={pages}
          onKept={setPages}
          keep={atOnce((body, pageKey) => call(keepSignedPage, { params: { agreementId }, body, key: pageKey }))}
        />
      </View>
      {fault !== undefined && <View className="gh-form-row__fault">{fault}</View>}
      {pages.length > 0 && (
        <View className="gh-gap">
          <BigButton icon="pen" busy={busy} onTap={() => setSure(true)}>
            {agreementsWords.witnessSubmit}
          </BigButton>
        </View>
      )}
      <Sheet
        open={sure}
        title={agreementsWords.submitAsk}
        confirm={agreementsWords.confirmSubmitting}
        onConfirm={() => void sign()}
        onClose={() => setSure(false)}
      >
        {agreementsWords.witnessMeaning}
      </Sheet>
    </Card>
  );
}
