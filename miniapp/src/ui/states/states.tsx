import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import type { PhoneRefusal } from '../../platform/api/answer.ts';
import { BigButton } from '../button/big-button.tsx';
import { Card } from '../card/card.tsx';
import { uiWords } from '../../words/ui.ts';

/** Says what would be here and what to do. */
export function Empty({ title, sub, children }: { title: string; sub?: string; children?: ReactNode }) {
  return (
    <Card>
      <View className="gh-state">
        <View className="gh-head">{title}</View>
        {sub !== undefined && <View className="gh-sub gh-gap">{sub}</View>}
        {children}
      </View>
    </Card>
  );
}

/** The shape of what is coming. */
export function Loading() {
  return (
    <Card>
      <View ariaLabel={uiWords.opening}>
        <View className="gh-loading gh-loading--short" />
        <View className="gh-loading" />
        <View className="gh-loading" />
      </View>
    </Card>
  );
}

/** The refusal's own words, and a way on when there is one. */
export function ErrorState({ refusal, onRetry }: { refusal: PhoneRefusal; onRetry: () => void }) {
  return (
    <Card>
      <View className="gh-state gh-state--error">
        <View className="gh-head">{refusal.say}</View>
      </View>
      {refusal.retry && (
        <BigButton look="secondary" onTap={onRetry}>
          {uiWords.tryAgain}
        </BigButton>
      )}
    </Card>
  );
}

/** Below a page of a list that goes on: where the others are. */
export const Rest = ({ after }: { after: { readonly next: string | null } | undefined }) =>
  after !== undefined && after.next !== null ? <View className="gh-note">{uiWords.restAtDesk}</View> : null;
