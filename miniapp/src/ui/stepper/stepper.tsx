import { View } from '@tarojs/components';

type StepperProps = {
  readonly words: string;
  readonly count: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (count: number) => void;
};

/** A small number by taps. */
export function Stepper({ words, count, least, most, onChange }: StepperProps) {
  const to = (next: number) => onChange(Math.min(Math.max(next, least), most));
  return (
    <View className="gh-stepper gh-gap">
      <View className="gh-stepper__words">{words}</View>
      <View className="gh-stepper__key" ariaRole="button" ariaLabel="少一次" onClick={() => to(count - 1)}>
        −
      </View>
      <View className="gh-stepper__count">{`${String(count)} 次`}</View>
      <View className="gh-stepper__key" ariaRole="button" ariaLabel="多一次" onClick={() => to(count + 1)}>
        +
      </View>
    </View>
  );
}
