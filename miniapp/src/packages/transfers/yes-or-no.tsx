import { useState } from 'react';
import { View } from '@tarojs/components';
import { BigButton } from '../../ui/button/big-button.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import { transfersWords } from '../../words/transfers.ts';
import { RejectSheet } from './reject-sheet.tsx';

type YesOrNoProps = {
  /** Where they would live. */
  readonly village: string;
  /** What accepting does. */
  readonly note: string;
  readonly busy: boolean;
  /** Whether all is said that accepting needs; asked on the tap. */
  readonly mayAccept?: () => boolean;
  readonly onAccept: () => void;
  readonly onReject: (reason: string) => void;
};

/** Whoever comes is taken in, or goes back with a reason; each is asked once more. */
export function YesOrNo({ village, note, busy, mayAccept, onAccept, onReject }: YesOrNoProps) {
  const [asking, setAsking] = useState<'accept' | 'reject'>();
  const end = () => setAsking(undefined);
  return (
    <>
      <View className="gh-row gh-gap">
        <View className="gh-row__narrow">
          <BigButton look="line" disabled={busy} onTap={() => setAsking('reject')}>
            {transfersWords.reject}
          </BigButton>
        </View>
        <View className="gh-row__narrow">
          <BigButton busy={busy} onTap={() => setAsking(mayAccept?.() === false ? undefined : 'accept')}>
            {transfersWords.accept}
          </BigButton>
        </View>
      </View>
      <Sheet
        open={asking === 'accept'}
        title={transfersWords.acceptAsk(village)}
        confirm={transfersWords.accept}
        busy={busy}
        onConfirm={() => {
          end();
          onAccept();
        }}
        onClose={end}
      >
        {note}
      </Sheet>
      <RejectSheet
        open={asking === 'reject'}
        busy={busy}
        onReject={reason => {
          end();
          onReject(reason);
        }}
        onClose={end}
      />
    </>
  );
}
