import { View } from '@tarojs/components';

/** What nobody may overlook. */
export const AlarmWords = ({ children }: { children: string }) => (
  <View className="gh-alarm-words" ariaRole="alert">
    {children}
  </View>
);
