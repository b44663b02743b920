import { View } from '@tarojs/components';
import { BigButton } from '../button/big-button.tsx';
import { uiWords } from '../../words/ui.ts';

/** Lies over the whole page: who finds the phone sees no name. What was being written stays as it is underneath. */
export const LockCover = ({ onOpen }: { onOpen: () => void }) => (
  <View className="gh-cover">
    <View className="gh-head">{uiWords.locked}</View>
    <View className="gh-sub gh-gap">{uiWords.lockedSub}</View>
    <View className="gh-cover__open">
      <BigButton onTap={onOpen}>{uiWords.open}</BigButton>
    </View>
  </View>
);
