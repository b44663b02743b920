import { View } from '@tarojs/components';
import { BigButton } from '../button/big-button.tsx';

/** Lies over the whole page: who finds the phone sees no name. What was being written stays as it is underneath. */
export const LockCover = ({ onOpen }: { onOpen: () => void }) => (
  <View className="gh-cover">
    <View className="gh-head">好一会儿没用，先锁上了</View>
    <View className="gh-sub gh-gap">写到一半的都还在</View>
    <View className="gh-cover__open">
      <BigButton onTap={onOpen}>打开</BigButton>
    </View>
  </View>
);
