import type { PolicyPreviewAnswer } from '@guanhu/shared/assessment/policy-preview.contract';
import { listMovedPatients, previewVersion } from '@guanhu/shared/assessment/policy-preview.routes';
import type { PolicyVersionAnswer } from '@guanhu/shared/policy/policy.contract';
import type { PolicyKind } from '@guanhu/shared/policy/policy.terms';
import { MOVED_DATES } from '@guanhu/shared/policy/policy-preview.terms';
import { Table } from 'antd';
import { Link } from 'react-router';
import { usePages, useRead } from '../app/queries.ts';
import { useMay } from '../app/use-me.ts';
import { More } from '../ui/columns.tsx';
import { Answered } from '../ui/states.tsx';
import './policy-fields.css';

type Band = PolicyPreviewAnswer['bands'][number]['from'];
const bandName = (band: Band): string => band?.label ?? '还没有定';

/** Kinds whose change moves patients. */
const PREVIEWED = ['visit', 'assessment', 'medication', 'caseTeam'] as const satisfies readonly PolicyKind[];
export type Previewed = (typeof PREVIEWED)[number];
export const isPreviewed = (kind: PolicyKind): kind is Previewed => PREVIEWED.some(one => one === kind);

/** Dates in words; nothing of what does not happen. */
const datesWords = ({ earlier, later, added, dropped }: PolicyPreviewAnswer['dates']): string =>
  [
    ...(earlier > 0 ? [`提前 ${earlier} 个`] : []),
    ...(later > 0 ? [`推后或以后放宽 ${later} 个`] : []),
    ...(added > 0 ? [`新增 ${added} 个`] : []),
    ...(dropped > 0 ? [`取消 ${dropped} 个`] : []),
  ].join('，') || '没有变化';

/** The same, kind by kind where there are several. */
const byDateWords = (byDate: PolicyPreviewAnswer['byDate']): string =>
  byDate.map(({ date, ...moves }) => `${MOVED_DATES[date]}${datesWords(moves)}`).join('；') || '没有变化';

/** Whom a change moves, in numbers. */
export const PreviewNumbers = ({ preview }: { preview: PolicyPreviewAnswer }) => (
  <section aria-label="影响预览" className="preview">
    <p>{`适用 ${preview.patients} 人，其中 ${preview.moved} 人有变化。日期：${byDateWords(preview.byDate)}。`}</p>
    {preview.bands.length > 0 && (
      <Table
        size="small"
        pagination={false}
        rowKey={row => `${row.from?.key ?? ''}-${row.to?.key ?? ''}-${row.held?.key ?? ''}`}
        dataSource={preview.bands}
        columns={[
          { title: '现在', key: 'from', render: (_, row) => bandName(row.from) },
          {
            title: '生效后',
            key: 'to',
            render: (_, row) => (row.held ? `${bandName(row.to)}（可降到「${row.held.label}」，须两人同意）` : bandName(row.to)),
          },
          { title: '人数', dataIndex: 'patients', align: 'right', width: 80 },
        ]}
      />
    )}
  </section>
);

/** Of a version that has not begun: the numbers, and by name for those who answer for the patients. */
export function VersionPreview({ version }: { version: PolicyVersionAnswer & { readonly kind: Previewed } }) {
  const params = { kind: version.kind, seq: String(version.seq) };
  const preview = useRead(previewVersion, { params });
  const mayRead = useMay('patient:read');
  const pages = usePages(listMovedPatients, { params }, { enabled: mayRead });
  return (
    <Answered of={preview}>
      {answer => (
        <>
          <PreviewNumbers preview={answer} />
          {(pages.rows?.length ?? 0) > 0 && (
            <ul className="plain-list" aria-label="有变化的服务对象">
              {pages.rows?.map(row => (
                <li key={row.patientId} className="split">
                  <span>
                    <Link to={`/patients/${row.patientId}`}>{row.patientName}</Link>
                    <span className="small">&emsp;{row.villageName}</span>
                  </span>
                  <span className="small">
                    {row.from?.key === row.to?.key ? '' : `${bandName(row.from)} → ${bandName(row.to)}，`}
                    {byDateWords(row.byDate)}
                  </span>
                </li>
              ))}
            </ul>
          )}
          <More pages={pages} />
        </>
      )}
    </Answered>
  );
}
