import { useState } from 'react';
import { View } from '@tarojs/components';
import { goBack, goTo } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { dismissRefused, flushOutbox, giveUp, sendRefusedAgain, useOutbox } from '../../../platform/outbox';
import { stuckOf } from '../../../platform/outbox/outbox.rules.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Sheet } from '../../../ui/sheet/sheet.tsx';
import { Empty } from '../../../ui/states/states.tsx';
import { momentInWords } from '../../../ui/time.ts';
import { accessWords } from '../../../words/access.ts';
import { commonWords } from '../../../words/common.ts';

/**
 * What was written without signal and was not taken later, and what the server can do nothing with: why, and the person's choice. Nothing
 * goes before they have chosen.
 */
export default function UnsentPage() {
  const outbox = useOutbox();
  const { refused } = outbox;
  const stuck = stuckOf(outbox);
  const [leaving, setLeaving] = useState<() => void>();
  return (
    <Page>
      {refused.length + stuck.length === 0 && (
        <Empty title={accessWords.allDone} sub={accessWords.noneRefused}>
          <View className="gh-gap">
            <BigButton onTap={goBack}>{commonWords.goBack}</BigButton>
          </View>
        </Empty>
      )}
      {refused.map(({ intent, say }) => (
        <Card key={intent.key} title={intent.what}>
          <View className="gh-sub">{accessWords.writtenAt(momentInWords(intent.madeAt, phoneToday()))}</View>
          <View className="gh-gap">{accessWords.notAccepted(say)}</View>
          {intent.form && (
            <View className="gh-gap">
              <BigButton
                look="secondary"
                onTap={() => {
                  if (intent.form) goTo(intent.form.page);
                }}
              >
                {accessWords.openAgain}
              </BigButton>
            </View>
          )}
          <Choice onAgain={() => sendRefusedAgain(intent.key)} onDrop={() => setLeaving(() => () => dismissRefused(intent.key))} />
        </Card>
      ))}
      {stuck.map(({ intent, say }) => (
        <Card key={intent.key} title={intent.what}>
          <View className="gh-sub">{accessWords.writtenAt(momentInWords(intent.madeAt, phoneToday()))}</View>
          <View className="gh-gap">{accessWords.stuck(say)}</View>
          <Choice onAgain={flushOutbox} onDrop={() => setLeaving(() => () => giveUp(intent.key))} />
        </Card>
      ))}
      <Sheet
        open={leaving !== undefined}
        title={accessWords.dropAsk}
        confirm={accessWords.drop}
        danger
        onConfirm={() => {
          leaving?.();
          setLeaving(undefined);
        }}
        onClose={() => setLeaving(undefined)}
      >
        {accessWords.dropMeaning}
      </Sheet>
    </Page>
  );
}

function Choice({ onAgain, onDrop }: { readonly onAgain: () => void; readonly onDrop: () => void }) {
  return (
    <View className="gh-row gh-gap">
      <View className="gh-row__narrow">
        <BigButton look="secondary" onTap={onAgain}>
          {accessWords.sendAgain}
        </BigButton>
      </View>
      <View className="gh-row__narrow">
        <BigButton look="line" onTap={onDrop}>
          {accessWords.drop}
        </BigButton>
      </View>
    </View>
  );
}
