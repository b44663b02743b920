import { View } from '@tarojs/components';

/** `done` of `all`; the words beside it say the same. */
export function ProgressBar({ done, all }: { done: number; all: number }) {
  const percent = all <= 0 ? 0 : Math.round((Math.min(Math.max(done, 0), all) / all) * 100);
  return (
    <View className="gh-progress" ariaLabel={`${String(done)} / ${String(all)}`}>
      <View className="gh-progress__done" style={{ width: `${String(percent)}%` }} />
    </View>
  );
}
