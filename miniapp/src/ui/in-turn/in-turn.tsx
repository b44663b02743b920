import { Fragment, useEffect, useState, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { useFontScale } from '../../platform/font-scale/use-font-scale.ts';
import { uiWords } from '../../words/ui.ts';
import { BigButton } from '../button/big-button.tsx';

type InTurnProps<T> = {
  readonly of: readonly T[];
  readonly keyOf: (one: T) => string;
  /** What one of them is drawn as. */
  readonly children: (one: T) => ReactNode;
};

/** Things of a page, one below the other; in large type one at a time, with a way to the next. */
export function InTurn<T>({ of, keyOf, children }: InTurnProps<T>) {
  const { care } = useFontScale();
  const [turn, setTurn] = useState(0);
  const at = of.length === 0 ? 0 : turn % of.length;
  useEffect(() => {
    if (turn > 0) void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  }, [turn]);
  const shown = care ? of.slice(at, at + 1) : of;
  return (
    <>
      {shown.map(one => (
        <Fragment key={keyOf(one)}>{children(one)}</Fragment>
      ))}
      {care && of.length > 1 && (
        <BigButton look="line" onTap={() => setTurn(at + 1)}>
          {uiWords.nextOne(at + 1, of.length)}
        </BigButton>
      )}
    </>
  );
}
