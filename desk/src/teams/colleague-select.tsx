import { listColleagues, searchColleagues } from '@guanhu/shared/care-team/roster.routes';
import type { StaffSeat } from '@guanhu/shared/care-team/seats.terms';
import { Select } from 'antd';
import { useState } from 'react';
import { useSearchablePages } from '../app/queries.ts';

type ColleagueSelectProps = {
  id?: string;
  label?: string;
  value: string | undefined;
  onPerson: (personId: string | undefined, name?: string) => void;
  /** Only those who hold the seat's post, until something is typed: then everybody of the township. */
  seat?: StaffSeat | undefined;
  except?: readonly string[];
  /** Of this township, also for whoever works for the whole county. */
  townshipId?: string | undefined;
};

/** Finds a colleague of the own township, or of the named one, by name or pinyin. */
export function ColleagueSelect({ id, label, value, onPerson, seat, except = [], townshipId }: ColleagueSelectProps) {
  const [q, setQ] = useState('');
  const ofSeat = seat === undefined || q.trim() !== '' ? {} : { seat };
  const ofTownship = townshipId === undefined ? {} : { townshipId };
  const { rows = [] } = useSearchablePages(listColleagues, searchColleagues, q, { ...ofSeat, ...ofTownship });
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      value={value ?? null}
      allowClear
      placeholder="输入姓名或拼音查找"
      showSearch={{ filterOption: false, onSearch: setQ }}
      onChange={(person?: string) => onPerson(person, rows.find(row => row.personId === person)?.name)}
      style={{ minWidth: 220, width: '100%' }}
      options={rows
        .filter(row => !except.includes(row.personId))
        .map(row => ({ value: row.personId, label: `${row.name}（${row.posts.join('、')}）` }))}
    />
  );
}
