import { useEffect, useState, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useFontScale } from '../../platform/font-scale/use-font-scale.ts';
import { uiWords } from '../../words/ui.ts';
import { BigButton } from '../button/big-button.tsx';
import { ProgressBar } from '../progress-bar/progress-bar.tsx';

/** One question of a form. */
type Step = {
  readonly key: string;
  readonly draw: ReactNode;
  /** It has to be answered first, or is being answered; absent where it may be left out. */
  readonly isOpen?: boolean;
};
type ByStepProps = {
  readonly of: readonly Step[];
  /** The main action, after the last of them. */
  readonly children: ReactNode;
};

/** A form: its questions one below the other; in large type one a screen, forward and back, and the main action on the last. */
export function ByStep({ of, children }: ByStepProps) {
  const { care } = useFontScale();
  const [turn, setTurn] = useState(0);
  const at = Math.min(turn, of.length - 1);
  const step = of[at];
  useEffect(() => {
    if (care) void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  }, [care, at]);
  if (!care || step === undefined) {
    return (
      <>
        {of.map(({ key, draw }) => (
          <View key={key}>{draw}</View>
        ))}
        {children}
      </>
    );
  }
  const isLast = at === of.length - 1;
  return (
    <>
      <ProgressBar done={at + 1} all={of.length} />
      <View className="gh-note">{uiWords.stepOf(at + 1, of.length)}</View>
      <View key={step.key}>{step.draw}</View>
      {isLast ? (
        children
      ) : (
        <BigButton disabled={step.isOpen === true} onTap={() => setTurn(at + 1)}>
          {uiWords.nextStep}
        </BigButton>
      )}
      {at > 0 && (
        <BigButton look="line" onTap={() => setTurn(at - 1)}>
          {uiWords.stepBack}
        </BigButton>
      )}
    </>
  );
}
