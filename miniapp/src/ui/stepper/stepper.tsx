import { View } from '@tarojs/components';
import { uiWords } from '../../words/ui.ts';

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
      <View className="gh-stepper__key" ariaRole="button" ariaLabel={uiWords.lessTimes} onClick={() => to(count - 1)}>
        −
      </View>
      <View className="gh-stepper__count">{uiWords.times(count)}</View>
      <View className="gh-stepper__key" ariaRole="button" ariaLabel={uiWords.moreTimes} onClick={() => to(count + 1)}>
        +
      </View>
    </View>
  );
}
