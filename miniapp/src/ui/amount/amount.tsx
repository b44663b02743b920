import { Text, View } from '@tarojs/components';
import { yuanGrouped } from '@guanhu/shared/kernel/fen';
import { uiWords } from '../../words/ui.ts';

/** Whole fen as people read money: two decimals and 元. `signed` marks what is added and what is taken away. */
export function Amount({ fen, big, signed }: { fen: number; big?: boolean; signed?: boolean }) {
  const words = `${signed && fen > 0 ? '+' : ''}${yuanGrouped(fen)}`;
  if (!big) return <Text className="gh-amount">{signed ? words : uiWords.amount(words)}</Text>;
  return (
    <View className="gh-amount gh-amount--big">
      {words}
      <Text className="gh-amount__unit">{uiWords.yuan}</Text>
    </View>
  );
}
