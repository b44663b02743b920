import { View } from '@tarojs/components';
import { flushOutbox } from '../../platform/outbox';
import { BigButton } from '../../ui/button/big-button.tsx';
import { Card } from '../../ui/card/card.tsx';

/** A report that is only on this phone: when it goes, when it does not, and that nobody knows. */
export const NotSent = () => (
  <Card title="没有网，没有发出去">
    <View className="gh-sub gh-gap">
      您点的情况和时间记在这部手机里。只有“关护”开着、手机又有网的时候才会发出去；关掉“关护”就不会发。现在请打电话。
    </View>
    <View className="gh-gap">
      <BigButton look="secondary" icon="upload" onTap={flushOutbox}>
        再发一次
      </BigButton>
    </View>
  </Card>
);
