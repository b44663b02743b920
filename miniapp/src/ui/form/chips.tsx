import { View } from '@tarojs/components';
import { uiWords } from '../../words/ui.ts';

export type ChipOption<V extends string | number> = { readonly value: V; readonly text: string };

type Chip = { readonly on: boolean; readonly text: string; readonly role: 'radio' | 'checkbox'; readonly onTap: () => void };

const ChipView = ({ on, text, role, onTap }: Chip) => (
  <View
    className={on ? 'gh-chip gh-chip--on' : 'gh-chip'}
    onClick={onTap}
    ariaRole={role}
    ariaLabel={on ? uiWords.chosen(text) : text}
    // The browser build asks for the state by itself; WeChat's reader says it with the label.
    aria-checked={on ? 'true' : 'false'}
  >
    {text}
  </View>
);

type OneProps<V extends string | number> = {
  readonly options: readonly ChipOption<V>[];
  readonly value: V | undefined;
  readonly onChange: (value: V) => void;
};

/** One of several. */
export function Chips<V extends string | number>({ options, value, onChange }: OneProps<V>) {
  return (
    <View className="gh-chips">
      {options.map(option => (
        <ChipView
          key={option.value}
          role="radio"
          text={option.text}
          on={option.value === value}
          onTap={() => {
            onChange(option.value);
          }}
        />
      ))}
    </View>
  );
}

type ManyProps<V extends string | number> = {
  readonly options: readonly ChipOption<V>[];
  readonly values: readonly V[];
  readonly onChange: (values: readonly V[]) => void;
};

/** Any number of several; the answer keeps the order of the options. */
export function MultiChips<V extends string | number>({ options, values, onChange }: ManyProps<V>) {
  const toggled = (value: V) =>
    options.map(option => option.value).filter(each => (each === value ? !values.includes(each) : values.includes(each)));
  return (
    <View className="gh-chips">
      {options.map(option => (
        <ChipView
          key={option.value}
          role="checkbox"
          text={option.text}
          on={values.includes(option.value)}
          onTap={() => {
            onChange(toggled(option.value));
          }}
        />
      ))}
    </View>
  );
}
