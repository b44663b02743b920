import type { ReactNode } from 'react';
import { View } from '@tarojs/components';

/** One question or one subject. `list` leaves the vertical padding to the rows. */
export function Card({ title, list, children }: { title?: ReactNode; list?: boolean; children?: ReactNode }) {
  return (
    <View className={list ? 'gh-card gh-card--list' : 'gh-card'}>
      {title !== undefined && <View className="gh-head">{title}</View>}
      {children}
    </View>
  );
}
