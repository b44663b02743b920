import { listAreas } from '@guanhu/shared/access/access.routes';
import { listVacancies } from '@guanhu/shared/care-team/roster.routes';
import { SEAT_LABELS, SEATS, type Seat } from '@guanhu/shared/care-team/seats.terms';
import { Select } from 'antd';
import { usePages, useRead } from '../app/queries.ts';
import { Card, Detail, More } from '../ui/columns.tsx';
import { FileLink } from '../ui/file-link.tsx';
import { Empty, Loading, Problem } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { useFilter } from '../ui/use-filter.ts';

/** Patients whose team lacks somebody, with the posts that are empty. */
export function VacanciesPage() {
  const [villageId, setVillage] = useFilter('village');
  const [seat, setSeat] = useFilter('seat');
  const villages = (useRead(listAreas).data?.rows ?? []).filter(area => area.kind === 'village');
  const pages = usePages(listVacancies, {
    query: { ...(villageId === undefined ? {} : { villageId }), ...(seat === undefined ? {} : { seat: seat as Seat }) },
  });
  return (
    <Detail over="一人一专班" title="岗位空缺">
      <div className="actions">
        <Select
          aria-label="按村(居)筛选"
          value={villageId}
          onChange={setVillage}
          allowClear
          placeholder="全部村(居)"
          showSearch={{ optionFilterProp: 'label' }}
          style={{ minWidth: 160 }}
          options={villages.map(area => ({ value: area.areaId, label: area.name }))}
        />
        <Select
          aria-label="按岗位筛选"
          value={seat}
          onChange={setSeat}
          allowClear
          placeholder="全部岗位"
          style={{ minWidth: 160 }}
          options={SEATS.map(value => ({ value, label: SEAT_LABELS[value] }))}
        />
      </div>
      <Card>
        {pages.rows === undefined ? (
          pages.refusal ? (
            <Problem refusal={pages.refusal} again={pages.again} />
          ) : (
            <Loading />
          )
        ) : pages.rows.length === 0 ? (
          <Empty title="没有空缺">八个岗位都有人。</Empty>
        ) : (
          <ul className="plain-list">
            {pages.rows.map(row => (
              <li key={row.patientId} className="split">
                <span>
                  <FileLink patientId={row.patientId}>{row.name}</FileLink>
                  <span className="small">&emsp;{row.villageName}</span>
                </span>
                <span className="actions">
                  {row.vacant.map(one => (
                    <Tag key={one} tone="warn">
                      {SEAT_LABELS[one]}
                    </Tag>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        )}
        <More pages={pages} />
      </Card>
    </Detail>
  );
}
