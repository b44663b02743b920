import { listPeople, searchPeople } from '@guanhu/shared/access/access.routes';
import { ROLES } from '@guanhu/shared/access/access.terms';
import { Select } from 'antd';
import { useState } from 'react';
import { useSearchablePages } from '../app/queries.ts';

type PersonSelectProps = { id: string; value: string | undefined; onPerson: (personId: string | undefined) => void; except: string };

/** Finds a colleague by name or pinyin. */
export function PersonSelect({ id, value, onPerson, except }: PersonSelectProps) {
  const [q, setQ] = useState('');
  const { rows = [] } = useSearchablePages(listPeople, searchPeople, q, {});
  return (
    <Select
      id={id}
      value={value ?? null}
      allowClear
      placeholder="输入姓名或拼音查找"
      showSearch={{ filterOption: false, onSearch: setQ }}
      onChange={onPerson}
      options={rows
        .filter(row => row.personId !== except)
        .map(row => ({
          value: row.personId,
          label: `${row.name}（${row.posts.map(post => `${post.areaName} ${ROLES[post.role]}`).join('、')}）`,
        }))}
    />
  );
}
