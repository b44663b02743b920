import { View } from '@tarojs/components';
import { callPhone } from '../../platform/call';
import { BigButton } from '../button/big-button.tsx';

export type CallTo = { readonly text: string; readonly phone: string };

/** The call comes first: one red button over the whole width, the others two in a row. */
export function CallButtons({ first, others }: { first?: CallTo; others: readonly CallTo[] }) {
  return (
    <View className="gh-calls">
      {first && (
        <View className="gh-calls__first">
          <BigButton look="danger" icon="phone" onTap={() => callPhone(first.phone)}>
            {first.text}
          </BigButton>
        </View>
      )}
      {others.map(other => (
        <View key={`${other.text} ${other.phone}`} className="gh-calls__other">
          <BigButton look="line" onTap={() => callPhone(other.phone)}>
            {other.text}
          </BigButton>
        </View>
      ))}
    </View>
  );
}
