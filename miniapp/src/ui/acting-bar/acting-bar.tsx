import { View } from '@tarojs/components';
import { useActing } from '../../platform/acting';
import { actingFor, actingWords } from '../../platform/acting/acting.rules.ts';
import { useSession } from '../../platform/session';
import { Icon } from '../icon/icon.tsx';

/** For whom a helper acts, on every page; somebody who works for patients reads it at the family's part of the day only. */
export function ActingBar({ short }: { short: boolean }) {
  const isStaff = (useSession()?.me.posts.length ?? 0) > 0;
  const { side } = useActing();
  return isStaff || typeof side !== 'string' ? null : <ActingLine side={side} short={short} />;
}

/** The line itself; `short` where something urgent stands below it. */
export const ActingLine = ({ side, short }: { side: string; short: boolean }) => (
  <View className="gh-acting">
    <Icon name="person" />
    <View className="gh-acting__words">{short ? actingFor(side) : actingWords(side)}</View>
  </View>
);
