import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Meeting, MeetingUnit } from '@guanhu/shared/meetings/meetings.contract';
import { STANDS } from '@guanhu/shared/meetings/meetings.terms';
import { Card } from '../../../../ui/card/card.tsx';
import { ListItem } from '../../../../ui/list/list-item.tsx';
import { Tag } from '../../../../ui/tag/tag.tsx';
import { momentInWords } from '../../../../ui/time.ts';
import { commonWords } from '../../../../words/common.ts';
import { meetingsWords } from '../../../../words/meetings.ts';

type UnitsCardProps = { readonly meeting: Meeting; readonly today: CalendarDate };

/** Every member unit: whether it came, and how it stands to the text. */
export function UnitsCard({ meeting: { units, state }, today }: UnitsCardProps) {
  return (
    <Card list title={meetingsWords.units}>
      {units.map((unit, index) => (
        <ListItem
          key={unit.organisationId}
          title={unit.name}
          sub={[came(unit), stood(unit, today), unit.given?.words].filter(Boolean).join(commonWords.clauseMark) || undefined}
          aside={<Stand unit={unit} waits={state === 'countersigning'} />}
          last={index === units.length - 1}
        />
      ))}
    </Card>
  );
}

function Stand({ unit: { given }, waits }: { readonly unit: MeetingUnit; readonly waits: boolean }) {
  if (given) return <Tag tone={given.stand === 'agree' ? 'calm' : 'late'}>{STANDS[given.stand]}</Tag>;
  return waits ? <Tag tone="warn">{meetingsWords.awaited}</Tag> : null;
}

const came = ({ attended, who }: MeetingUnit): string => {
  if (attended === null) return '';
  if (!attended) return meetingsWords.absent;
  return who === null ? meetingsWords.attended : meetingsWords.attendedBy(who);
};

const stood = ({ given }: MeetingUnit, today: CalendarDate): string => {
  if (!given) return '';
  const at = momentInWords(given.at, today);
  return given.onPaper ? meetingsWords.stoodOnPaper(given.by, at) : meetingsWords.stood(given.by, at);
};
