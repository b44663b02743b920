import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import NutPopup from '@nutui/nutui-react-taro/dist/es/packages/popup';
import '@nutui/nutui-react-taro/dist/es/packages/popup/style/css';

type PopupProps = { readonly open: boolean; readonly title: string; readonly onClose: () => void; readonly children: ReactNode };

/** Comes from below, where the thumb is. */
export const Popup = ({ open, title, onClose, children }: PopupProps) => (
  <NutPopup visible={open} position="bottom" round destroyOnClose onClose={onClose}>
    <View className="gh-sheet">
      <View className="gh-head">{title}</View>
      {children}
    </View>
  </NutPopup>
);
