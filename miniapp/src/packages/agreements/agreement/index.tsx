import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { AGREEMENT_STATES } from '@guanhu/shared/agreements/agreements.terms';
import { readClip } from '@guanhu/shared/agreements/signing.routes';
import { urlOf } from '@guanhu/shared/kernel/route';
import { looksSigned } from '../../../platform/canvas/strokes.ts';
import { openMedia } from '../../../platform/media';
import { goBack } from '../../../platform/navigate';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { ProgressBar } from '../../../ui/progress-bar/progress-bar.tsx';
import { Sheet } from '../../../ui/sheet/sheet.tsx';
import { SignaturePad } from '../../../ui/signature-pad';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { OnPaper } from './on-paper.tsx';
import { useAgreement } from './use-agreement.ts';

/** Read one section after the other to the end, then sign with a finger. What is signed can be read whole. */
export default function AgreementPage() {
  const agreementId = useRouter().params.agreementId ?? '';
  const { reading, agreement, section, next, previous, readToEnd, secondsLeft, strokes, setStrokes, signing, sign } =
    useAgreement(agreementId);
  const [sure, setSure] = useState(false);
  if (!agreement)
    return <Page>{reading.refusal ? <ErrorState refusal={reading.refusal} onRetry={() => void reading.reload()} /> : <Loading />}</Page>;
  if (signing.at === 'signed') {
    return (
      <Page>
        <Empty title="签好了" sub="等乡镇盖章后生效，生效了会告诉您">
          <View className="gh-gap">
            <BigButton onTap={goBack}>好</BigButton>
          </View>
        </Empty>
      </Page>
    );
  }
  const shown = agreement.may.sign ? agreement.sections.slice(section, section + 1) : agreement.sections;
  const count = agreement.sections.length;
  return (
    <Page>
      <Card title={agreement.title}>
        <View className="gh-sub">{`${agreement.number} · ${AGREEMENT_STATES[agreement.state]}`}</View>
        {agreement.may.sign && <ProgressBar done={section + 1} all={count} />}
        {agreement.may.sign && <View className="gh-note">{`第 ${String(section + 1)} 条，共 ${String(count)} 条`}</View>}
      </Card>
      {agreement.signed?.way === 'paper' && (
        <Card title="在纸上签的">
          <View className="gh-sub">{`${agreement.signed.witness ?? ''} 当面见证，拍了 ${String(agreement.signed.pages.length)} 张照片`}</View>
          <View className="gh-note">不是您本人签的，请马上告诉网格员或者乡镇</View>
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
              听这一条
            </BigButton>
          )}
          {part.paragraphs.map(paragraph => (
            <View key={paragraph} className="gh-gap">
              {paragraph}
            </View>
          ))}
        </Card>
      ))}
      {agreement.may.sign && (
        <View className="gh-row">
          {section > 0 && (
            <View className="gh-row__narrow">
              <BigButton look="line" onTap={previous}>
                上一条
              </BigButton>
            </View>
          )}
          {!readToEnd && (
            <View className="gh-row__wide">
              <BigButton onTap={next}>看完了，下一条</BigButton>
            </View>
          )}
        </View>
      )}
      {agreement.may.sign && readToEnd && (
        <Card title="都看明白了，就在这里签名">
          <View className="gh-gap">
            <SignaturePad strokes={strokes} onChange={setStrokes} />
          </View>
          {secondsLeft > 0 && <View className="gh-note">{`请再看一看，${String(secondsLeft)} 秒以后可以签`}</View>}
          {signing.at === 'refused' && <View className="gh-form-row__fault">{signing.say}</View>}
          <View className="gh-row gh-gap">
            <View className="gh-row__narrow">
              <BigButton look="line" disabled={strokes.length === 0} onTap={() => setStrokes([])}>
                重写
              </BigButton>
            </View>
            <View className="gh-row__wide">
              <BigButton
                icon="pen"
                disabled={!looksSigned(strokes) || secondsLeft > 0}
                busy={signing.at === 'sending'}
                onTap={() => setSure(true)}
              >
                签好了
              </BigButton>
            </View>
          </View>
        </Card>
      )}
      {agreement.may.witness && <OnPaper agreement={agreement} onSigned={() => void reading.reload()} />}
      <Sheet
        open={sure}
        title="确定签这份协议吗？"
        confirm="确定签字"
        onConfirm={() => {
          setSure(false);
          void sign();
        }}
        onClose={() => setSure(false)}
      >
        签了以后，您按协议照看家人，乡镇按协议发奖补。有不明白的，可以先问网格员再签。
      </Sheet>
    </Page>
  );
}
