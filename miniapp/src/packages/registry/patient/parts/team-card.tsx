import type { readTeam } from '@guanhu/shared/care-team/care-team.routes';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import { callPhone } from '../../../../platform/call';
import { BigButton } from '../../../../ui/button/big-button.tsx';
import { Card } from '../../../../ui/card/card.tsx';
import { ListItem } from '../../../../ui/list/list-item.tsx';
import { registryWords } from '../../../../words/registry.ts';

type Seats = AnswerOf<typeof readTeam>['seats'];

/** The eight posts, each with who can be called; a vacancy is said, not hidden. */
export function TeamCard({ seats }: { seats: Seats }) {
  const lines = seats.flatMap(seat =>
    seat.holders.length === 0
      ? [{ key: seat.seat, label: seat.label, name: registryWords.vacant, phone: null }]
      : seat.holders.map(holder => ({ key: `${seat.seat}${holder.personId}`, label: seat.label, name: holder.name, phone: holder.phone })),
  );
  return (
    <Card list>
      {lines.map(({ key, label, name, phone }, index) => (
        <ListItem
          key={key}
          title={name}
          sub={label}
          last={index === lines.length - 1}
          aside={
            phone !== null && (
              <BigButton look="secondary" size="small" icon="phone" onTap={() => callPhone(phone)}>
                {registryWords.telephone}
              </BigButton>
            )
          }
        />
      ))}
    </Card>
  );
}
