import { listPatients, searchPatients } from '@guanhu/shared/registry/registry.routes';
import { Select } from 'antd';
import { useState } from 'react';
import { useSearchablePages } from '../app/queries.ts';

type PatientSelectProps = {
  id: string;
  value: string | undefined;
  /** Of the one that is chosen, which may be on no page of the list. */
  name: string | undefined;
  onPatient: (patientId: string | undefined) => void;
};

/** Finds a patient by name or pinyin. */
export function PatientSelect({ id, value, name, onPatient }: PatientSelectProps) {
  const [q, setQ] = useState('');
  const { rows = [] } = useSearchablePages(listPatients, searchPatients, q, {});
  const options = rows.map(row => ({ value: row.patientId, label: `${row.name}（${row.villageName}）` }));
  const missing = value !== undefined && name !== undefined && !rows.some(row => row.patientId === value);
  return (
    <Select
      id={id}
      value={value ?? null}
      allowClear
      placeholder="输入姓名或拼音查找"
      showSearch={{ filterOption: false, onSearch: setQ }}
      onChange={onPatient}
      options={missing ? [{ value, label: name }, ...options] : options}
    />
  );
}
