import { View } from '@tarojs/components';
import { listMyClues } from '@guanhu/shared/screening/clue.routes';
import { REPORTER_STATES } from '@guanhu/shared/screening/clue.terms';
import { useRead } from '../../../../platform/api/use-read.ts';
import { phoneToday } from '../../../../platform/now.ts';
import { useOutbox } from '../../../../platform/outbox';
import { Card } from '../../../../ui/card/card.tsx';
import { ListItem } from '../../../../ui/list/list-item.tsx';
import { Tag } from '../../../../ui/tag/tag.tsx';
import { momentInWords } from '../../../../ui/time.ts';
import { screeningWords } from '../../../../words/screening.ts';
import { isClueUrl } from '../../waiting.ts';

/** As many as anybody looks back on; older ones are over. */
const MOST = 50;

/** The clues that the reader handed in: how far each has got, and nothing of what was found. */
export function MyClues() {
  const rows = useRead(listMyClues, { query: { limit: MOST } }).value?.rows ?? [];
  const waiting = useOutbox().waiting.filter(({ url }) => isClueUrl(url)).length;
  const today = phoneToday();
  return (
    <>
      {waiting > 0 && <View className="gh-sub">{screeningWords.waitingHere(waiting)}</View>}
      {rows.length > 0 && (
        <Card list title={screeningWords.mine}>
          {rows.map((row, index) => (
            <ListItem
              key={row.clueId}
              title={row.nameless ?? screeningWords.nobodyNamed}
              sub={screeningWords.handedInAt(momentInWords(row.reportedAt, today), row.areaName)}
              aside={<Tag tone={row.state === 'waiting' ? 'warn' : 'calm'}>{REPORTER_STATES[row.state]}</Tag>}
              last={index === rows.length - 1}
            />
          ))}
        </Card>
      )}
    </>
  );
}
