import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { goBack } from '../../platform/navigate';
import { BigButton } from '../button/big-button.tsx';
import { Empty } from '../states/states.tsx';
import { commonWords } from '../../words/common.ts';

/** What somebody came to do is done, or kept on this phone until there is signal: says so, and leads back. `children` is a way on beside it. */
export const Done = ({ title, sub, children }: { title: string; sub?: string; children?: ReactNode }) => (
  <Empty title={title} {...(sub === undefined ? {} : { sub })}>
    <View className="gh-gap">
      <BigButton onTap={goBack}>{commonWords.ok}</BigButton>
    </View>
    {children}
  </Empty>
);
