import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Card } from '../card/card.tsx';

type FormRowProps = {
  readonly title: string;
  readonly note?: ReactNode;
  readonly fault?: string | undefined;
  readonly children: ReactNode;
};

/** One question of a form in a card of its own; `fault` says in words what is still missing. */
export function FormRow({ title, note, fault, children }: FormRowProps) {
  return (
    <Card title={title}>
      {children}
      {note !== undefined && <View className="gh-note gh-gap">{note}</View>}
      {fault !== undefined && <View className="gh-form-row__fault">{fault}</View>}
    </Card>
  );
}
