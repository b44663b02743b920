import { useState } from 'react';
import { View } from '@tarojs/components';
import { goBack, goTo } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { dismissRefused, sendRefusedAgain, useOutbox } from '../../../platform/outbox';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Sheet } from '../../../ui/sheet/sheet.tsx';
import { Empty } from '../../../ui/states/states.tsx';
import { momentInWords } from '../../../ui/time.ts';

/** What was written without signal and was not taken later: why, and the person's choice. Nothing goes before they have chosen. */
export default function UnsentPage() {
  const { refused } = useOutbox();
  const [leaving, setLeaving] = useState<string>();
  return (
    <Page>
      {refused.length === 0 && (
        <Empty title="都办好了" sub="没有被退回的内容">
          <View className="gh-gap">
            <BigButton onTap={goBack}>回去</BigButton>
          </View>
        </Empty>
      )}
      {refused.map(({ intent, say }) => (
        <Card key={intent.key} title={intent.what}>
          <View className="gh-sub">{`您在${momentInWords(intent.madeAt, phoneToday())}记的`}</View>
          <View className="gh-gap">{`没有收下：${say}`}</View>
          {intent.form && (
            <View className="gh-gap">
              <BigButton
                look="secondary"
                onTap={() => {
                  if (intent.form) goTo(intent.form.page);
                }}
              >
                填的还在，打开再改
              </BigButton>
            </View>
          )}
          <View className="gh-row gh-gap">
            <View className="gh-row__narrow">
              <BigButton look="secondary" onTap={() => sendRefusedAgain(intent.key)}>
                还要，再发
              </BigButton>
            </View>
            <View className="gh-row__narrow">
              <BigButton look="line" onTap={() => setLeaving(intent.key)}>
                不要了
              </BigButton>
            </View>
          </View>
        </Card>
      ))}
      <Sheet
        open={leaving !== undefined}
        title="这一条不要了？"
        confirm="不要了"
        danger
        onConfirm={() => {
          if (leaving !== undefined) dismissRefused(leaving);
          setLeaving(undefined);
        }}
        onClose={() => setLeaving(undefined)}
      >
        它只在这部手机里，删了就找不回来。拿不准就先打电话问同事。
      </Sheet>
    </Page>
  );
}
