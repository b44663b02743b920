import type { HistoryRow } from '@guanhu/shared/registry/file.contract';
import { readFileHistory } from '@guanhu/shared/registry/file.routes';
import { usePages } from '../app/queries.ts';
import { Card, More } from '../ui/columns.tsx';
import { Loading, Problem } from '../ui/states.tsx';
import { instantInWords } from '../ui/words.ts';
import { actInWords, changeInWords } from './history-words.ts';

/** The file as a timeline: who, when, what was and what is. */
export function HistoryCard({ patientId }: { patientId: string }) {
  const pages = usePages(readFileHistory, { params: { patientId }, query: { limit: 20 } });
  return (
    <Card title="档案记录">
      {pages.rows === undefined && (pages.refusal ? <Problem refusal={pages.refusal} again={pages.again} /> : <Loading />)}
      {pages.rows?.length === 0 && <p className="sub">还没有记录。以后谁在什么时候改了什么，都记在这里。</p>}
      <ol className="plain-list" aria-label="档案记录">
        {pages.rows?.map(row => (
          <Entry key={row.deedId} row={row} />
        ))}
      </ol>
      <More pages={pages} />
    </Card>
  );
}

const Entry = ({ row }: { row: HistoryRow }) => (
  <li>
    <div className="split">
      <span>
        <strong>{actInWords(row.act)}</strong>
        {row.ofMerged && <span className="small">&emsp;（并入的档案）</span>}
      </span>
      <span className="small">
        {row.by === null ? '系统' : row.by.name}&emsp;{instantInWords(row.at)}
      </span>
    </div>
    {row.changes.map(change => {
      const { label, before, after } = changeInWords(change);
      return (
        <p key={change.field} className="small">
          {label}：{before} → {after}
        </p>
      );
    })}
  </li>
);
