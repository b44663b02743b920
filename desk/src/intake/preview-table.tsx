import { Checkbox, Table, type TableColumnsType } from 'antd';
import { useFilter } from '../ui/use-filter.ts';
import { Card } from '../ui/columns.tsx';
import { Tag } from '../ui/tag.tsx';
import { byPatient, readyPatients, type PreviewRow } from './patient-rows.ts';
import { ReasonLine } from './reason-line.tsx';
import { VERDICT_ORDER, VERDICTS } from './verdicts.ts';

type PreviewTableProps = {
  rows: readonly PreviewRow[];
  /** Leads of the patients that are chosen. */
  chosen: ReadonlySet<string>;
  /** Absent when nothing can be chosen any more. */
  onChoose: ((chosen: ReadonlySet<string>) => void) | undefined;
};

/** Every row with its verdict; a tick stands for a patient, with all rows of that patient. */
export function PreviewTable({ rows, chosen, onChoose }: PreviewTableProps) {
  const [verdict] = useFilter('verdict');
  const ready = readyPatients(rows);
  const patients = byPatient(rows);
  const choose = (lead: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(lead);
    else next.delete(lead);
    onChoose?.(next);
  };
  const tick = (row: PreviewRow) => {
    if (!ready.includes(row.lead)) return null;
    const together = patients.get(row.lead)?.length ?? 1;
    return (
      <Checkbox
        aria-label={`导入 ${row.patient}${together > 1 ? `（同一患者共 ${together} 行）` : ''}`}
        checked={chosen.has(row.lead)}
        onChange={event => choose(row.lead, event.target.checked)}
      />
    );
  };
  const all = (
    <Checkbox
      aria-label="全部选择"
      checked={ready.length > 0 && chosen.size === ready.length}
      indeterminate={chosen.size > 0 && chosen.size < ready.length}
      onChange={event => onChoose?.(new Set(event.target.checked ? ready : []))}
    />
  );
  const columns: TableColumnsType<PreviewRow> = [
    ...(onChoose ? [{ title: all, key: 'tick', width: 44, render: (_: unknown, row: PreviewRow) => tick(row) }] : []),
    { title: '表格位置', key: 'place', width: 130, render: (_, row) => `${row.sheet} 第 ${row.row} 行` },
    {
      title: '患者',
      key: 'patient',
      width: 110,
      render: (_, row) => (
        <>
          {row.patient}
          <div className="small">{row.village}</div>
        </>
      ),
    },
    {
      title: '结论',
      key: 'verdict',
      width: 90,
      filters: VERDICT_ORDER.map(each => ({ text: VERDICTS[each].words, value: each })),
      ...(verdict === undefined ? {} : { defaultFilteredValue: [verdict] }),
      onFilter: (value, row) => row.verdict === value,
      render: (_, row) => <Tag tone={VERDICTS[row.verdict].tone}>{VERDICTS[row.verdict].words}</Tag>,
    },
    {
      title: '说明',
      key: 'reasons',
      render: (_, row) =>
        row.reasons.map(reason => <ReasonLine key={`${reason.code}${reason.column}${reason.row}`} reason={reason} beside={row} />),
    },
  ];
  return (
    <Card title="逐行结论">
      <Table
        rowKey="key"
        size="small"
        columns={columns}
        dataSource={[...rows].sort((a, b) => VERDICT_ORDER.indexOf(a.verdict) - VERDICT_ORDER.indexOf(b.verdict))}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: 540 }}
      />
    </Card>
  );
}
