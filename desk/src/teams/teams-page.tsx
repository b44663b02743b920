import { listGroups } from '@guanhu/shared/care-team/groups.routes';
import { GROUP_KINDS } from '@guanhu/shared/care-team/groups.terms';
import { Link } from 'react-router';
import { usePages } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { ListColumn, RowLink, Rows } from '../ui/columns.tsx';
import { Place } from '../ui/place.tsx';
import { Empty } from '../ui/states.tsx';

/** The township's group and its villages' joint teams; beside them one group, the roster's gaps, or leaves. */
export function TeamsPage() {
  const pages = usePages(listGroups);
  const oversees = useMayByPost('team:oversee');
  const arranges = useMayByPost('handover:do');
  return (
    <Place
      list={
        <ListColumn
          title="班组"
          filters={
            <div className="actions">
              {oversees && <Link to="/teams/vacancies">岗位空缺</Link>}
              {oversees && <Link to="/teams/roster">名册核对</Link>}
              {arranges && <Link to="/teams/handovers">请假与交接</Link>}
            </div>
          }
        >
          <Rows
            pages={pages}
            empty={<Empty title="没有班组">您负责的乡镇和村(居)会出现在这里。</Empty>}
            row={one => (
              <RowLink
                key={one.areaId}
                to={`/teams/${one.areaId}`}
                title={`${one.areaName}${GROUP_KINDS[one.kind]}`}
                note={one.leads.length > 0 ? `组长 ${one.leads.join('、')}` : '还没有组长'}
                tag={{ tone: one.leads.length > 0 ? 'calm' : 'warn', words: `${one.members} 人` }}
              />
            )}
          />
        </ListColumn>
      }
    />
  );
}
