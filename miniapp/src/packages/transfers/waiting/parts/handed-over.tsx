import { useState } from 'react';
import { View } from '@tarojs/components';
import { BigButton } from '../../../../ui/button/big-button.tsx';
import { Card } from '../../../../ui/card/card.tsx';
import { Sheet } from '../../../../ui/sheet/sheet.tsx';
import { Tag } from '../../../../ui/tag/tag.tsx';
import { commonWords } from '../../../../words/common.ts';
import { transfersWords } from '../../../../words/transfers.ts';

/** One handover: how far it is, and what is known of it. */
export type HandedOver = {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  /** It waits for somebody, or was sent back. */
  readonly isOpen: boolean;
  readonly lines: readonly string[];
  /** Takes it back; absent where it is the reader's no longer. */
  readonly takeBack: (() => void) | undefined;
};
type Props = { readonly title: string; readonly of: readonly HandedOver[]; readonly stays: string; readonly busy: boolean };

/** Handovers with what became of them, and taking back what is not answered yet. @param stays who is responsible after that */
export function HandedOverList({ title, of, stays, busy }: Props) {
  const [asking, setAsking] = useState<HandedOver>();
  return (
    <>
      <View className="gh-sub">{title}</View>
      {of.map(one => (
        <Card key={one.id} title={one.name}>
          <Tag tone={one.isOpen ? 'warn' : 'calm'}>{one.state}</Tag>
          {one.lines.map(line => (
            <View key={line} className="gh-sub">
              {line}
            </View>
          ))}
          {one.takeBack && (
            <View className="gh-gap">
              <BigButton look="line" busy={busy} onTap={() => setAsking(one)}>
                {commonWords.withdraw}
              </BigButton>
            </View>
          )}
        </Card>
      ))}
      <Sheet
        open={asking !== undefined}
        title={transfersWords.takeBackAsk}
        confirm={commonWords.withdraw}
        busy={busy}
        onConfirm={() => {
          setAsking(undefined);
          asking?.takeBack?.();
        }}
        onClose={() => setAsking(undefined)}
      >
        {stays}
      </Sheet>
    </>
  );
}
