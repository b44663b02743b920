import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Icon } from '../icon/icon.tsx';

type ListItemProps = {
  readonly title: ReactNode;
  /** The reason, right under the fact. */
  readonly sub?: ReactNode;
  readonly aside?: ReactNode;
  readonly last?: boolean;
  readonly onTap?: () => void;
};

/** A row of a card. With `onTap` it leads somewhere and says so. */
export function ListItem({ title, sub, aside, last, onTap }: ListItemProps) {
  const look = last ? 'gh-item gh-item--last' : 'gh-item';
  const inside = (
    <>
      <View className="gh-item__words">
        <View className="gh-head">{title}</View>
        {sub !== undefined && <View className="gh-sub">{sub}</View>}
      </View>
      {aside}
    </>
  );
  if (!onTap) return <View className={look}>{inside}</View>;
  // The role is written out: handed on with other properties it would not become one in the browser build.
  return (
    <View className={look} hoverClass="gh-button--pressed" ariaRole="button" onClick={onTap}>
      {inside}
      <View className="gh-item__go">
        <Icon name="go" size="small" />
      </View>
    </View>
  );
}
