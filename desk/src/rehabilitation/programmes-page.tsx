import { listProgrammes } from '@guanhu/shared/rehabilitation/rehabilitation.routes';
import { REHAB_KINDS } from '@guanhu/shared/rehabilitation/rehabilitation.terms';
import { Button } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { ListColumn, RowLink, Rows } from '../ui/columns.tsx';
import { Place } from '../ui/place.tsx';
import { Empty } from '../ui/states.tsx';

/** Programmes of community rehabilitation; one of them, a new one, or who comes home, works and helps, beside the list. */
export function ProgrammesPage() {
  const pages = usePages(listProgrammes);
  const writes = useMayByPost('rehab:write');
  return (
    <Place
      list={
        <ListColumn
          title="社区康复"
          actions={
            writes && (
              <Link to="/rehab/new">
                <Button type="primary">开办项目</Button>
              </Link>
            )
          }
          filters={
            <div className="actions">
              <Link to="/rehab/coming-home">待衔接</Link>
              <Link to="/rehab/employment">就业</Link>
              <Link to="/rehab/volunteers">温馨家园</Link>
            </div>
          }
        >
          <Rows
            pages={pages}
            empty={<Empty title="没有康复项目">自理、家务、交往、劳动的康复项目开办以后，在这里记参加的人和每次活动。</Empty>}
            row={one => (
              <RowLink
                key={one.programmeId}
                to={`/rehab/${one.programmeId}`}
                title={one.what}
                note={`${one.areaName} · ${String(one.participants)} 人参加 · 办了 ${String(one.sessions)} 次`}
                tag={one.until === null ? { tone: 'calm', words: REHAB_KINDS[one.kind] } : { tone: 'plain', words: '已结束' }}
              />
            )}
          />
        </ListColumn>
      }
    />
  );
}
