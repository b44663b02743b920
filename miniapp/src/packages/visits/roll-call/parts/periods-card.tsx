import { listPeriods } from '@guanhu/shared/visits/special-period.routes';
import { PERIOD_PHASES } from '@guanhu/shared/visits/special-period.terms';
import { useRead } from '../../../../platform/api/use-read.ts';
import { Card } from '../../../../ui/card/card.tsx';
import { ListItem } from '../../../../ui/list/list-item.tsx';
import { Tag } from '../../../../ui/tag/tag.tsx';
import { span } from '../../../../ui/time.ts';
import { visitsWords } from '../../../../words/visits.ts';

/** The special periods of the reader's places that run or are coming: why, and until when. Nothing for those who are not told of them. */
export function PeriodsCard() {
  const { value } = useRead(listPeriods);
  const live = value?.rows.filter(({ phase }) => phase === 'running' || phase === 'ahead') ?? [];
  if (live.length === 0) return null;
  return (
    <Card title={visitsWords.specialPeriod} list>
      {live.map(({ periodId, areaName, startsOn, endsOn, reason, phase }, index) => (
        <ListItem
          key={periodId}
          title={`${areaName} ${span(startsOn, endsOn)}`}
          sub={reason}
          aside={<Tag tone={phase === 'running' ? 'warn' : 'calm'}>{PERIOD_PHASES[phase]}</Tag>}
          last={index === live.length - 1}
        />
      ))}
    </Card>
  );
}
