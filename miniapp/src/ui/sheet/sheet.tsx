import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { BigButton } from '../button/big-button.tsx';
import { Popup } from './popup.tsx';
import { uiWords } from '../../words/ui.ts';

type SheetProps = {
  readonly open: boolean;
  readonly title: string;
  readonly children?: ReactNode;
  readonly confirm: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** Asks once more, from below where the thumb is. */
export function Sheet({ open, title, children, confirm, danger = false, busy = false, onConfirm, onClose }: SheetProps) {
  return (
    <Popup open={open} title={title} onClose={onClose}>
      <View className="gh-sheet__words">{children}</View>
      <BigButton look={danger ? 'danger' : 'primary'} busy={busy} onTap={onConfirm}>
        {confirm}
      </BigButton>
      <View className="gh-gap">
        <BigButton look="line" onTap={onClose}>
          {uiWords.notNow}
        </BigButton>
      </View>
    </Popup>
  );
}
