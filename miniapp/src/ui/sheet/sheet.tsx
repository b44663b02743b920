import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import Popup from '@nutui/nutui-react-taro/dist/es/packages/popup';
import '@nutui/nutui-react-taro/dist/es/packages/popup/style/css';
import { BigButton } from '../button/big-button.tsx';

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
    <Popup visible={open} position="bottom" round destroyOnClose onClose={onClose}>
      <View className="gh-sheet">
        <View className="gh-head">{title}</View>
        <View className="gh-sheet__words">{children}</View>
        <BigButton look={danger ? 'danger' : 'primary'} busy={busy} onTap={onConfirm}>
          {confirm}
        </BigButton>
        <View className="gh-gap">
          <BigButton look="line" onTap={onClose}>
            先不
          </BigButton>
        </View>
      </View>
    </Popup>
  );
}
