import { View } from '@tarojs/components';
import { goBack } from '../../platform/navigate';
import { BigButton } from '../../ui/button/big-button.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Empty } from '../../ui/states/states.tsx';
import { commonWords } from '../../words/common.ts';

/** The form is at the server, or waits on this phone for signal. */
export const Saved = ({ say }: { say: string }) => (
  <Page>
    <Empty title={say}>
      <View className="gh-gap">
        <BigButton onTap={goBack}>{commonWords.ok}</BigButton>
      </View>
    </Empty>
  </Page>
);
