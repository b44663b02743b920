import { Text } from '@tarojs/components';

/** A word about when or in what state; never a risk. */
export type TagTone = 'calm' | 'warn' | 'late';

export function Tag({ tone = 'calm', children }: { tone?: TagTone; children: string }) {
  return <Text className={tone === 'calm' ? 'gh-tag' : `gh-tag gh-tag--${tone}`}>{children}</Text>;
}
