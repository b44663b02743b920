import { View } from '@tarojs/components';
import { CallButtons, type CallTo } from '../../ui/call-buttons/call-buttons.tsx';

/** The calls that did not find room on top. */
export const MoreCalls = ({ calls }: { readonly calls: readonly CallTo[] }) =>
  calls.length === 0 ? null : (
    <>
      <View className="gh-sub">也可以打给</View>
      <CallButtons others={calls} />
    </>
  );
