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
  return (
    <View
      className={last ? 'gh-item gh-item--last' : 'gh-item'}
      {...(onTap ? { onClick: onTap, hoverClass: 'gh-button--pressed', ariaRole: 'button' } : {})}
    >
      <View className="gh-item__words">
        <View className="gh-head">{title}</View>
        {sub !== undefined && <View className="gh-sub">{sub}</View>}
      </View>
      {aside}
      {onTap && (
        <View className="gh-item__go">
          <Icon name="go" size="small" />
        </View>
      )}
    </View>
  );
}
