import { listAreas } from '@guanhu/shared/access/access.routes';
import { listPatients, searchPatients } from '@guanhu/shared/registry/registry.routes';
import { PATIENT_STATES, type PatientState } from '@guanhu/shared/registry/registry.terms';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useRead, useSearchablePages } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { ListColumn, RowLink, Rows } from '../ui/columns.tsx';
import { Place } from '../ui/place.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { StateSelect, useStateFilter } from '../ui/state-list.tsx';
import { Empty } from '../ui/states.tsx';
import { useFilter } from '../ui/use-filter.ts';

/** A merged file stands in no list. */
const { merged: _, ...STATES } = PATIENT_STATES;

/** The files that the reader answers for; one of them beside it. */
export function PatientsPage() {
  const mayWrite = useMayByPost('patient:write');
  const [q, setQ] = useState('');
  const [villageId, setVillage] = useFilter('village');
  const villages = (useRead(listAreas).data?.rows ?? []).filter(area => area.kind === 'village');
  const pages = useSearchablePages(listPatients, searchPatients, q, {
    ...(villageId !== undefined && { villageId }),
    ...useStateFilter<PatientState>(),
  });
  return (
    <Place
      list={
        <ListColumn
          title="服务对象"
          actions={
            mayWrite && (
              <Link to="/patients/new">
                <Button>新建档案</Button>
              </Link>
            )
          }
          filters={
            <>
              <SearchBox label="按姓名或拼音查找服务对象" value={q} onSearch={setQ} />
              <Select
                aria-label="按村(居)筛选"
                value={villageId}
                onChange={setVillage}
                allowClear
                placeholder="全部村(居)"
                showSearch={{ optionFilterProp: 'label' }}
                options={villages.map(area => ({ value: area.areaId, label: area.name }))}
              />
              <StateSelect states={STATES} />
            </>
          }
        >
          <Rows
            pages={pages}
            empty={<Empty title="没有找到服务对象">换一个条件；还没有档案的，导入责任清单，或新建档案。</Empty>}
            row={one => (
              <RowLink
                key={one.patientId}
                to={`/patients/${one.patientId}`}
                title={one.name}
                note={one.villageName}
                tag={{ tone: one.state === 'inCare' ? 'calm' : 'plain', words: PATIENT_STATES[one.state] }}
              />
            )}
          />
        </ListColumn>
      }
    />
  );
}
