import { DEPARTMENT_KEYS } from '@guanhu/shared/exchange/exchange.terms';
import { listRounds } from '@guanhu/shared/exchange/exchange.routes';
import { monthInWords } from '@guanhu/shared/exchange/round.rules';
import { ROUND_STATES, type RoundState } from '@guanhu/shared/exchange/round.terms';
import { Button } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { ListColumn, RowLink, Rows } from '../ui/columns.tsx';
import { Place } from '../ui/place.tsx';
import { Empty } from '../ui/states.tsx';
import type { Tone } from '../ui/tag.tsx';
import { dayInWords } from '../ui/words.ts';

const ROUND_TONES: Readonly<Record<RoundState, Tone>> = { open: 'warn', signed: 'calm', lapsed: 'plain' };

/** The months; beside them one of them, the systems outside, or who sees what. */
export function ExchangePage() {
  const pages = usePages(listRounds);
  const mayEnter = useMayByPost('exchange:enter');
  return (
    <Place
      list={
        <ListColumn
          title="月度信息交换"
          hint="每月各部门交名单，对一遍，签认一次"
          actions={
            <div className="actions">
              {mayEnter && (
                <Link to="/exchange/entries">
                  <Button>外部系统录入</Button>
                </Link>
              )}
              <Link to="/exchange/rules">
                <Button>谁看什么</Button>
              </Link>
            </div>
          }
        >
          <Rows
            pages={pages}
            empty={<Empty title="还没有开始过">每月到了规定的日子会自动开始。</Empty>}
            row={one => (
              <RowLink
                key={one.roundId}
                to={`/exchange/${one.roundId}`}
                title={`${one.townshipName} ${monthInWords(one.month)}`}
                note={
                  one.state !== 'open'
                    ? `${DEPARTMENT_KEYS.length} 个部门中 ${one.handedIn} 个交了名单`
                    : `已交 ${one.handedIn} 个部门，${dayInWords(one.deadline)}截止`
                }
                tag={{ tone: ROUND_TONES[one.state], words: ROUND_STATES[one.state] }}
              />
            )}
          />
        </ListColumn>
      }
    />
  );
}
