import { readTeamHistory } from '@guanhu/shared/care-team/roster.routes';
import { SEAT_LABELS } from '@guanhu/shared/care-team/seats.terms';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { usePages } from '../app/queries.ts';
import { More } from '../ui/columns.tsx';
import { Empty, Loading, Problem } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { dayInWords } from '../ui/words.ts';

const TIMING = {
  now: { tone: 'calm', words: '在任' },
  over: { tone: 'plain', words: '已结束' },
  ahead: { tone: 'warn', words: '未到' },
} as const;

/** Who sat on the team before, and who will. */
export function TeamHistory({ patientId }: { patientId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        变动记录
      </Button>
      <Modal open={open} destroyOnHidden title="专班变动记录" footer={null} onCancel={() => setOpen(false)}>
        <Sittings patientId={patientId} />
      </Modal>
    </>
  );
}

function Sittings({ patientId }: { patientId: string }) {
  const pages = usePages(readTeamHistory, { params: { patientId } });
  if (pages.rows === undefined) return pages.refusal ? <Problem refusal={pages.refusal} again={pages.again} /> : <Loading />;
  if (pages.rows.length === 0) return <Empty title="还没有人担任过" />;
  return (
    <>
      <ul className="plain-list">
        {pages.rows.map(row => (
          <li key={`${row.seat}${row.personId}${row.since}`} className="split">
            <span>
              {SEAT_LABELS[row.seat]} {row.name}
              <span className="small">
                &emsp;{dayInWords(row.since)} 起{row.until === null ? '' : `，至 ${dayInWords(row.until)}`}
              </span>
            </span>
            <Tag tone={TIMING[row.timing].tone}>{TIMING[row.timing].words}</Tag>
          </li>
        ))}
      </ul>
      <More pages={pages} />
    </>
  );
}
