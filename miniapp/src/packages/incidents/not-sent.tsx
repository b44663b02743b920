import { View } from '@tarojs/components';
import { flushOutbox } from '../../platform/outbox';
import { BigButton } from '../../ui/button/big-button.tsx';
import { Card } from '../../ui/card/card.tsx';
import { incidentsWords } from '../../words/incidents.ts';

/** A report that is only on this phone: when it goes, when it does not, and that nobody knows. */
export const NotSent = () => (
  <Card title={incidentsWords.notSentTitle}>
    <View className="gh-sub gh-gap">{incidentsWords.notSentSub}</View>
    <View className="gh-gap">
      <BigButton look="secondary" icon="upload" onTap={flushOutbox}>
        {incidentsWords.sendAgain}
      </BigButton>
    </View>
  </Card>
);
