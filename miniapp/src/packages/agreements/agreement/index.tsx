import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { AGREEMENT_STATES } from '@guanhu/shared/agreements/agreements.terms';
import { readClip } from '@guanhu/shared/agreements/signing.routes';
import { urlOf } from '@guanhu/shared/kernel/route';
import { looksSigned } from '../../../platform/canvas/strokes.ts';
import { useFontScale } from '../../../platform/font-scale/use-font-scale.ts';
import { openMedia } from '../../../platform/media';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Done } from '../../../ui/done/done.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { ProgressBar } from '../../../ui/progress-bar/progress-bar.tsx';
import { Sheet } from '../../../ui/sheet/sheet.tsx';
import { SignaturePad } from '../../../ui/signature-pad';
import { ErrorState, Loading } from '../../../ui/states/states.tsx';
import { OnPaper } from './on-paper.tsx';
import { useAgreement } from './use-agreement.ts';
import { agreementsWords } from '../../../words/agreements.ts';

/** Read one section after the other to the end, then sign with a finger. What is signed can be read whole. */
export default function AgreementPage() {
  const agreementId = useRouter().params.agreementId ?? '';
  const { reading, agreement, section, next, previous, readToEnd, secondsLeft, strokes, setStrokes, signing, sign } =
    useAgreement(agreementId);
  const [sure, setSure] = useState(false);
  const { care } = useFontScale();
  if (!agreement)
    return <Page>{reading.refusal ? <ErrorState refusal={reading.refusal} onRetry={() => void reading.reload()} /> : <Loading />}</Page>;
  if (signing.at === 'signed') {
    return (
      <Page>
        <Done title={agreementsWords.signed} sub={agreementsWords.signedSub} />
      </Page>
    );
  }
  // What is to be signed is read clause by clause; in large type what was signed, too.
  const byClause = agreement.may.sign || care;
  const shown = byClause ? agreement.sections.slice(section, section + 1) : agreement.sections;
  const count = agreement.sections.length;
  return (
    <Page>
      <Card title={agreement.title}>
        <View className="gh-sub">{`${agreement.number} · ${AGREEMENT_STATES[agreement.state]}`}</View>
        {byClause && <ProgressBar done={section + 1} all={count} />}
        {byClause && <View className="gh-note">{agreementsWords.clauseOf(section + 1, count)}</View>}
      </Card>
      {agreement.signed?.way === 'paper' && (
        <Card title={agreementsWords.onPaperTitle}>
          <View className="gh-sub">{agreementsWords.witnessedBy(agreement.signed.witness ?? '', agreement.signed.pages.length)}</View>
          <View className="gh-note">{agreementsWords.notMyOwn}</View>
        </Card>
      )}
      {shown.map(part => (
        <Card key={part.heading} title={part.heading}>
          {part.hasClip && (
            <BigButton
              look="secondary"
              icon="play"
              onTap={() => void openMedia(urlOf(readClip, { agreementId, section: String(agreement.sections.indexOf(part)) }), 'audio')}
            >
              {agreementsWords.hearClause}
            </BigButton>
          )}
          {part.paragraphs.map(paragraph => (
            <View key={paragraph} className="gh-gap">
              {paragraph}
            </View>
          ))}
        </Card>
      ))}
      {byClause && (
        <View className="gh-row">
          {section > 0 && (
            <View className="gh-row__narrow">
              <BigButton look="line" onTap={previous}>
                {agreementsWords.previousClause}
              </BigButton>
            </View>
          )}
          {!readToEnd && (
            <View className="gh-row__wide">
              <BigButton onTap={next}>{agreementsWords.nextClause}</BigButton>
            </View>
          )}
        </View>
      )}
      {agreement.may.sign && readToEnd && (
        <Card title={agreementsWords.signWhenClear}>
          <View className="gh-gap">
            <SignaturePad strokes={strokes} onChange={setStrokes} />
          </View>
          {secondsLeft > 0 && <View className="gh-note">{agreementsWords.readAgain(secondsLeft)}</View>}
          {signing.at === 'refused' && <View className="gh-form-row__fault">{signing.say}</View>}
          <View className="gh-row gh-gap">
            <View className="gh-row__narrow">
              <BigButton look="line" disabled={strokes.length === 0} onTap={() => setStrokes([])}>
                {agreementsWords.writeAgain}
              </BigButton>
            </View>
            <View className="gh-row__wide">
              <BigButton
                icon="pen"
                disabled={!looksSigned(strokes) || secondsLeft > 0}
                busy={signing.at === 'sending'}
                onTap={() => setSure(true)}
              >
                {agreementsWords.signed}
              </BigButton>
            </View>
          </View>
        </Card>
      )}
      {agreement.may.witness && <OnPaper agreement={agreement} onSigned={() => void reading.reload()} />}
      <Sheet
        open={sure}
        title={agreementsWords.signAsk}
        confirm={agreementsWords.confirmSigning}
        onConfirm={() => {
          setSure(false);
          void sign();
        }}
        onClose={() => setSure(false)}
      >
        {agreementsWords.signMeaning}
      </Sheet>
    </Page>
  );
}
