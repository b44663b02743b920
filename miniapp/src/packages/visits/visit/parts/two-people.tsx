import { View } from '@tarojs/components';
import { SEAT_LABELS } from '@guanhu/shared/care-team/seats.terms';
import { readVisitSafety } from '@guanhu/shared/visits/visit-watch.routes';
import { callPhone } from '../../../../platform/call';
import { useRead } from '../../../../platform/api/use-read.ts';
import { BigButton } from '../../../../ui/button/big-button.tsx';
import { Card } from '../../../../ui/card/card.tsx';
import { MultiChips } from '../../../../ui/form/chips.tsx';
import { visitsWords } from '../../../../words/visits.ts';

type TwoPeopleProps = {
  readonly patientId: string;
  readonly together: readonly string[];
  readonly onTogether: (persons: readonly string[]) => void;
};

/** Where two people should go: why, and who could come along. It holds nobody up. */
export function TwoPeople({ patientId, together, onTogether }: TwoPeopleProps) {
  const safety = useRead(readVisitSafety, { params: { patientId }, keep: true }).value;
  if (!safety?.two) return null;
  const callable = safety.team.find(one => together.includes(one.personId) && one.phone !== null);
  return (
    <Card title={visitsWords.goInTwos}>
      <View className="gh-sub gh-gap">{visitsWords.goInTwosWhy(safety.two.risk)}</View>
      <MultiChips
        options={safety.team.map(({ personId, name, seat }) => ({ value: personId, text: `${SEAT_LABELS[seat]} ${name}` }))}
        values={together}
        onChange={onTogether}
      />
      {callable?.phone && (
        <View className="gh-gap">
          <BigButton look="secondary" icon="phone" onTap={() => callPhone(callable.phone ?? '')}>
            {visitsWords.call(callable.name)}
          </BigButton>
        </View>
      )}
    </Card>
  );
}
