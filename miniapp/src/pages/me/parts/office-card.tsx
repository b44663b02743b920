import type { Role } from '@guanhu/shared/access/access.terms';
import { goTo } from '../../../platform/navigate';
import { Card } from '../../../ui/card/card.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { officeDoors } from '../office-doors.ts';
import { meWords } from '../../../words/me.ts';

/** Where an official decides, acknowledges and looks up; nothing for whoever holds no such post. */
export function OfficeCard({ roles }: { readonly roles: readonly Role[] }) {
  const doors = officeDoors(roles);
  if (doors.length === 0) return null;
  return (
    <Card list title={meWords.office}>
      {doors.map(({ page, title, sub }, index) => (
        <ListItem key={page} title={title} sub={sub} last={index === doors.length - 1} onTap={() => goTo(page)} />
      ))}
    </Card>
  );
}
