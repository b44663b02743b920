import { View } from '@tarojs/components';
import { Icon } from '../icon/icon.tsx';

export type Step = { readonly title: string; readonly sub?: string; readonly state: 'done' | 'now' | 'ahead' };

/** What has happened, what is happening, what comes. */
export function Timeline({ steps }: { steps: readonly Step[] }) {
  return (
    <View>
      {steps.map((step, index) => (
        <View key={step.title} className="gh-step">
          <View className={`gh-step__mark gh-step__mark--${step.state}`}>
            {step.state === 'done' ? <Icon name="check" size="small" /> : index + 1}
          </View>
          <View className="gh-step__words">
            <View>{step.title}</View>
            {step.sub !== undefined && <View className="gh-sub">{step.sub}</View>}
          </View>
        </View>
      ))}
    </View>
  );
}
