import { useState } from 'react';
import { View } from '@tarojs/components';
import type { OtherCounty } from '../../platform/session/other-county.rules.ts';
import { changeCounty } from '../../platform/session/change-county.ts';
import { useHere } from '../../platform/session/use-here.ts';
import { BigButton } from '../button/big-button.tsx';
import { Empty } from '../states/states.tsx';
import { uiWords } from '../../words/ui.ts';

/** Instead of a page about another county: which one it is, and the way there. */
export function OtherCountyCard({ of: { own, other } }: { readonly of: OtherCounty }) {
  const here = useHere();
  const [going, setGoing] = useState(false);
  if (!other) return <Empty title={uiWords.notThisCounty(own)} sub={uiWords.notThisCountySub} />;
  return (
    <Empty title={uiWords.otherCounty(other.name)} sub={uiWords.otherCountySub(own)}>
      <View className="gh-gap">
        <BigButton
          busy={going}
          onTap={() => {
            setGoing(true);
            void changeCounty(other.countyId, here);
          }}
        >
          {uiWords.changeTo(other.name)}
        </BigButton>
      </View>
    </Empty>
  );
}
