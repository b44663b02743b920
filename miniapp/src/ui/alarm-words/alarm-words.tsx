import { View } from '@tarojs/components';
import type { Spoken } from '@guanhu/shared/access/spoken.terms';
import { Hear } from '../hear/hear.tsx';

/** What nobody may overlook; `spoken` names the sentence that a recording may say. */
export const AlarmWords = ({ spoken, children }: { spoken?: Spoken; children: string }) => (
  <View className="gh-alarm-words" ariaRole="alert">
    {children}
    {spoken !== undefined && <Hear sentence={spoken} />}
  </View>
);
