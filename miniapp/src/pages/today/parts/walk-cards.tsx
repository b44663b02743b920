import { useState } from 'react';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { TextField } from '../../../ui/form/fields.tsx';
import { wordOptions } from '../../../ui/form/options.ts';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Empty } from '../../../ui/states/states.tsx';
import { Tag } from '../../../ui/tag/tag.tsx';
import type { TaskRow } from '../tasks.ts';
import { firstOfWalk, WALK_FILTERS, walkFilter, type WalkFilter } from '../walk.rules.ts';
import { todayWords } from '../../../words/today.ts';

/** A short day needs no search. */
const SEARCH_FROM = 8;
/** More than a screen or two; what follows comes at a tap. */
const AT_A_TIME = 25;

type WalkCardsProps = { readonly rows: readonly TaskRow[]; readonly onOpen: (row: TaskRow) => void };

/** The calls, which need no walking, in a card of their own; then the walk: a card a village, a door's tasks one under the other. */
export function WalkCards({ rows, onOpen }: WalkCardsProps) {
  const [filter, setFilter] = useState<WalkFilter>('all');
  const [typed, setTyped] = useState('');
  const shown = walkFilter(rows, filter, typed);
  const [most, setMost] = useState(AT_A_TIME);
  const { stretches, calls } = firstOfWalk(shown, most);
  return (
    <>
      {rows.length >= SEARCH_FROM && (
        <Card>
          <Chips options={wordOptions(WALK_FILTERS)} value={filter} onChange={setFilter} />
          <TextField value={typed} placeholder={todayWords.search} most={20} onChange={setTyped} />
        </Card>
      )}
      {rows.length > 0 && shown.length === 0 && <Empty title={todayWords.noneSuch} sub={todayWords.noneSuchSub} />}
      {calls.length > 0 && (
        <Card list>
          {calls.map((row, index) => (
            <TaskItem key={row.taskId} row={row} isSame={false} last={index === calls.length - 1} onOpen={onOpen} />
          ))}
        </Card>
      )}
      {stretches.map(({ village, stops }) => (
        <Card key={village} list>
          {stops.map((stop, at) =>
            stop.rows.map((row, index) => (
              <TaskItem
                key={row.taskId}
                row={row}
                isSame={index > 0}
                last={at === stops.length - 1 && index === stop.rows.length - 1}
                onOpen={onOpen}
              />
            )),
          )}
        </Card>
      ))}
      {shown.length > most && (
        <BigButton look="line" onTap={() => setMost(most + AT_A_TIME)}>
          {todayWords.more(shown.length - most)}
        </BigButton>
      )}
    </>
  );
}

type TaskItemProps = { readonly row: TaskRow; readonly isSame: boolean; readonly last: boolean; readonly onOpen: (row: TaskRow) => void };

/** `isSame`: at the door of the row above, which is not named again. */
const TaskItem = ({ row, isSame, last, onOpen }: TaskItemProps) => (
  <ListItem
    title={isSame ? todayWords.sameDoor(row.sub) : row.title}
    {...(isSame ? {} : { sub: row.sub })}
    aside={<Tag tone={row.tone}>{row.when}</Tag>}
    last={last}
    {...(row.page === 'desk' ? {} : { onTap: () => onOpen(row) })}
  />
);
