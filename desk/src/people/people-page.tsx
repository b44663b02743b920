import { listBindingClashes, listPeople, searchPeople } from '@guanhu/shared/access/access.routes';
import { INVITATION_STATES, ROLES } from '@guanhu/shared/access/access.terms';
import type { PersonRow } from '@guanhu/shared/access/access.contract';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useRead, useSearchablePages } from '../app/queries.ts';
import { ListColumn, RowLink, Rows } from '../ui/columns.tsx';
import { Place } from '../ui/place.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { Empty } from '../ui/states.tsx';
import { useFilter } from '../ui/use-filter.ts';
import { ALL_ROLES } from './post-fields.tsx';
import type { Tone } from '../ui/tag.tsx';

const SHOWN = { staff: '在岗人员', guardians: '没有岗位的人（监护人）', left: '已离岗' } as const;
const isShown = (text: string): text is keyof typeof SHOWN => text in SHOWN;
const QUERIES = { staff: {}, guardians: { posts: 'without' }, left: { posts: 'without', left: 'yes' } } as const;

/** Everybody with an account here; one of them beside it. */
export function PeoplePage() {
  const [q, setQ] = useState('');
  const [role, setRole] = useFilter('role');
  const [show, setShown] = useFilter('show');
  const shown = show !== undefined && isShown(show) ? show : 'staff';
  const pages = useSearchablePages(listPeople, searchPeople, q, { ...(role === undefined ? {} : { role }), ...QUERIES[shown] });
  const clashes = useRead(listBindingClashes);
  const filters = (
    <>
      <SearchBox label="按姓名或拼音查找人员" value={q} onSearch={setQ} />
      <div className="actions">
        <Select
          aria-label="显示哪些人"
          value={shown}
          onChange={value => setShown(value === 'staff' ? undefined : value)}
          options={Object.entries(SHOWN).map(([value, label]) => ({ value, label }))}
          style={{ flex: 1, minWidth: 110 }}
        />
        {shown === 'staff' && (
          <Select
            aria-label="按岗位筛选"
            value={role}
            onChange={setRole}
            allowClear
            placeholder="全部岗位"
            listHeight={ALL_ROLES}
            options={Object.entries(ROLES).map(([value, label]) => ({ value, label }))}
            style={{ flex: 1, minWidth: 110 }}
          />
        )}
      </div>
      {(clashes.data?.rows.length ?? 0) > 0 && (
        <Link to="/people/clashes">{`有 ${clashes.data?.rows.length ?? 0} 起微信绑定需要核实`}</Link>
      )}
    </>
  );
  return (
    <Place
      list={
        <ListColumn
          title="人员与岗位"
          actions={
            <Link to="/people/new">
              <Button type="primary">登记人员</Button>
            </Link>
          }
          filters={filters}
        >
          <Rows
            pages={pages}
            empty={<Empty title="没有符合条件的人">换一个条件，或登记新人员。导入责任清单也会登记清单上的人。</Empty>}
            row={person => (
              <RowLink
                key={person.personId}
                to={`/people/${person.personId}`}
                title={person.name}
                note={person.posts.map(post => `${post.areaName} ${ROLES[post.role]}`).join('、') || '没有岗位'}
                tag={bindingTag(person)}
              />
            )}
          />
        </ListColumn>
      }
    />
  );
}

function bindingTag(person: PersonRow): { tone: Tone; words: string } {
  if (person.left) return { tone: 'plain', words: '已离岗' };
  if (person.bound) return { tone: 'calm', words: '已绑定' };
  if (person.invitation) return { tone: 'warn', words: INVITATION_STATES[person.invitation.state] };
  return { tone: 'plain', words: '未邀请' };
}
