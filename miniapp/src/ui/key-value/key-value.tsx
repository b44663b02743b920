import type { ReactNode } from 'react';
import { View } from '@tarojs/components';

/** A fact and its value on one line, the reason under the fact; a value that is too long for it stands below. */
export function KeyValue({ name, note, last, children }: { name: ReactNode; note?: ReactNode; last?: boolean; children: ReactNode }) {
  return (
    <View className={last ? 'gh-kv gh-kv--last' : 'gh-kv'}>
      <View className="gh-kv__name">
        <View>{name}</View>
        {note !== undefined && <View className="gh-note">{note}</View>}
      </View>
      <View className="gh-kv__value">{children}</View>
    </View>
  );
}
