import { listPeriods } from '@guanhu/shared/visits/special-period.routes';
import { PERIOD_PHASES, type PeriodPhase } from '@guanhu/shared/visits/special-period.terms';
import { Button } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { ListColumn, RowLink, Rows } from '../ui/columns.tsx';
import { Place } from '../ui/place.tsx';
import { Empty } from '../ui/states.tsx';
import type { Tone } from '../ui/tag.tsx';
import { spanInWords } from '../ui/words.ts';

export const PHASE_TONES: Readonly<Record<PeriodPhase, Tone>> = {
  proposed: 'warn',
  ahead: 'plain',
  running: 'calm',
  over: 'plain',
  refused: 'plain',
  withdrawn: 'plain',
};

/** Special periods of the reader's areas, and beside them one of them or the roll-call. */
export function PeriodsPage() {
  const pages = usePages(listPeriods);
  const proposes = useMayByPost('special-period:propose');
  const counts = useMayByPost('roll-call:count');
  return (
    <Place
      list={
        <ListColumn
          title="特殊时期"
          actions={
            proposes && (
              <Link to="/periods/new">
                <Button type="primary">提出</Button>
              </Link>
            )
          }
          filters={
            counts && (
              <div className="actions">
                <Link to="/periods/roll-call">每日点名</Link>
              </div>
            )
          }
        >
          <Rows
            pages={pages}
            empty={<Empty title="没有特殊时期">重要活动、敏感节点前由一人提出、另一人批准，到期自动结束。</Empty>}
            row={period => (
              <RowLink
                key={period.periodId}
                to={`/periods/${period.periodId}`}
                title={period.areaName}
                note={spanInWords(period.startsOn, period.endsOn)}
                tag={{ tone: PHASE_TONES[period.phase], words: PERIOD_PHASES[period.phase] }}
              />
            )}
          />
        </ListColumn>
      }
    />
  );
}
