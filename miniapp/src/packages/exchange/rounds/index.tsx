import { listRounds } from '@guanhu/shared/exchange/exchange.routes';
import { DEPARTMENT_LABELS, ROUND_STATES } from '@guanhu/shared/exchange/round.terms';
import { useRead } from '../../../platform/api/use-read.ts';
import { goTo } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { Card } from '../../../ui/card/card.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { Tag } from '../../../ui/tag/tag.tsx';
import { dayInWords } from '../../../ui/time.ts';
import { monthInWords } from '../month-in-words.ts';
import { commonWords } from '../../../words/common.ts';
import { exchangeWords } from '../../../words/exchange.ts';

const DEPARTMENTS = Object.keys(DEPARTMENT_LABELS).length;

/** The months of the reader's townships, newest first. */
export default function RoundsPage() {
  const { value, refusal, reload } = useRead(listRounds, { query: { limit: 24 } });
  if (!value) return <Page>{refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />}</Page>;
  const today = phoneToday();
  return (
    <Page>
      {value.rows.length === 0 && <Empty title={exchangeWords.none} sub={exchangeWords.noneSub} />}
      {value.rows.length > 0 && (
        <Card list>
          {value.rows.map((row, index) => (
            <ListItem
              key={row.roundId}
              title={exchangeWords.round(row.townshipName, monthInWords(row.month))}
              sub={[
                exchangeWords.handedIn(row.handedIn, DEPARTMENTS),
                ...(row.state === 'open' ? [exchangeWords.deadline(dayInWords(row.deadline, today))] : []),
              ].join(commonWords.commaMark)}
              aside={<Tag tone={row.state === 'open' ? 'warn' : 'calm'}>{ROUND_STATES[row.state]}</Tag>}
              last={index === value.rows.length - 1}
              onTap={() => goTo('/packages/exchange/round/index', { roundId: row.roundId })}
            />
          ))}
        </Card>
      )}
    </Page>
  );
}
