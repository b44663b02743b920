import type { ImportPreview, ImportResult } from '@guanhu/shared/intake/intake.contract';
import { confirmImport, discardImport, readImport } from '@guanhu/shared/intake/intake.routes';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useRead } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Detail } from '../ui/columns.tsx';
import { Answered, Refusal } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { instantInWords } from '../ui/words.ts';
import { Mismatches } from './mismatches.tsx';
import { readyPatients, rowsToConfirm } from './patient-rows.ts';
import { PreviewTable } from './preview-table.tsx';
import { ReasonLine } from './reason-line.tsx';
import { VERDICT_ORDER, VERDICTS } from './verdicts.ts';

/** One import: what would happen, what has to be answered first, and the confirmation. */
export function ImportPage() {
  const { importId = '' } = useParams();
  const preview = useRead(readImport, { params: { importId } });
  return <Answered of={preview}>{answer => <Preview preview={answer} />}</Answered>;
}

function Preview({ preview }: { preview: ImportPreview }) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [result, setResult] = useState<ImportResult>();
  const confirm = useWrite(confirmImport, setResult);
  const discard = useWrite(discardImport);
  const open = preview.state === 'previewed';
  const chosen = new Set(readyPatients(preview.rows).filter(lead => !left.has(lead)));
  const rows = rowsToConfirm(preview.rows, chosen);
  const send = () => confirm.run({ params: { importId: preview.importId }, body: { rows, version: preview.version } });
  const putAside = () => discard.run({ params: { importId: preview.importId }, body: { version: preview.version } });
  return (
    <Detail
      over={`${instantInWords(preview.madeAt)} 预览`}
      title={preview.fileName}
      actions={
        open && (
          <>
            <Popconfirm title="这次上传的内容不会写入，也不能再恢复。" okText="作废" cancelText="再想想" onConfirm={putAside}>
              <Button size="large" loading={discard.busy}>
                作废这次导入
              </Button>
            </Popconfirm>
            <Button type="primary" size="large" disabled={rows.length === 0} loading={confirm.busy} onClick={() => void send()}>
              {`确认导入 ${chosen.size} 名患者`}
            </Button>
          </>
        )
      }
    >
      <Refusal of={confirm} />
      <Refusal of={discard} />
      {open && rows.length === 0 && <Card>{NOTHING_READY[waits(preview) ? 'waits' : 'nothing']}</Card>}
      {result && <Result result={result} />}
      {preview.state === 'discarded' && <Card>这次导入已作废，没有写入任何内容。</Card>}
      {preview.state === 'confirmed' && !result && <Card>这次导入已经确认，内容已写入档案。</Card>}
      <Card>
        <div className="actions" role="status" aria-label="预览结果">
          {VERDICT_ORDER.map(verdict => (
            <Tag key={verdict} tone={VERDICTS[verdict].tone}>
              {`${VERDICTS[verdict].words} ${preview.counts[verdict]} 行`}
            </Tag>
          ))}
        </div>
        {preview.problems.map(problem => (
          <ReasonLine key={`${problem.sheet}${problem.row}${problem.code}`} reason={problem} />
        ))}
      </Card>
      <Mismatches preview={preview} />
      <PreviewTable rows={preview.rows} chosen={chosen} onChoose={open ? next => setLeft(leftOut(preview, next)) : undefined} />
    </Detail>
  );
}

const NOTHING_READY = {
  waits: '还有问题要先回答或先改好文件，现在没有可以导入的患者。',
  nothing: '这份清单与档案一致，没有要写入的内容，可以作废这次导入。',
} as const;
const waits = ({ counts }: ImportPreview): boolean => counts.needsConfirmation + counts.refused > 0;

/** What the person left out is remembered, not what they chose: patients that become ready by an answer are chosen at once. */
const leftOut = (preview: ImportPreview, chosen: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(readyPatients(preview.rows).filter(lead => !chosen.has(lead)));

const Result = ({ result }: { result: ImportResult }) => (
  <Card title="导入完成">
    <p role="status">{`写入患者 ${result.patients} 名、人员 ${result.people} 名、岗位 ${result.seats} 个、监护关系 ${result.guardianships} 个。`}</p>
  </Card>
);
