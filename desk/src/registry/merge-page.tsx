import type { MergeAnswer } from '@guanhu/shared/registry/merge.contract';
import { FILE_FIELDS } from '@guanhu/shared/registry/file-fields';
import { decideMerge, readMerge, undoMerge } from '@guanhu/shared/registry/merge.routes';
import { PATIENT_STATES } from '@guanhu/shared/registry/registry.terms';
import { Button, Form, Input, Table } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useRead } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { Chain, type ChainStep } from '../ui/chain.tsx';
import { Card, Detail } from '../ui/columns.tsx';
import { Answered, Refusal } from '../ui/states.tsx';
import { instantInWords } from '../ui/words.ts';

/** Both files side by side, who proposed, who decided. */
export function MergePage() {
  const { mergeId = '' } = useParams();
  const merge = useRead(readMerge, { params: { mergeId } });
  return <Answered of={merge}>{answer => <Merge key={answer.version} merge={answer} />}</Answered>;
}

function Merge({ merge }: { merge: MergeAnswer }) {
  const { kept, merged } = merge;
  return (
    <Detail over={`${kept.townshipName} · ${kept.villageName}`} title={`${merged.name} 并入 ${kept.name}`}>
      <Chain label="合并进度" steps={stepsOf(merge)} />
      <Card title="两份档案">
        <ul className="plain-list">
          {[
            { file: kept, says: '保留的档案' },
            { file: merged, says: '并入的档案' },
          ].map(({ file, says }) => (
            <li key={file.patientId} className="split">
              <span>
                {says}：{file.state === 'merged' ? file.name : <Link to={`/patients/${file.patientId}`}>{file.name}</Link>}
              </span>
              <span className="small">
                {file.townshipName} {file.villageName} · {PATIENT_STATES[file.state]}
              </span>
            </li>
          ))}
        </ul>
        <p style={{ marginTop: 8 }}>理由：{merge.reason}</p>
        {merge.note !== null && <p>决定说明：{merge.note}</p>}
        {merge.undoReason !== null && <p>撤销理由：{merge.undoReason}</p>}
      </Card>
      <Card title="不一样的内容">
        {merge.differences.length === 0 ? (
          <p className="sub">两份档案填的内容没有不同。</p>
        ) : (
          <Table
            size="small"
            rowKey="field"
            pagination={false}
            dataSource={merge.differences}
            columns={[
              { title: '项目', key: 'label', render: (_, row) => FILE_FIELDS[row.field].label },
              { title: '保留的档案', key: 'kept', render: (_, row) => <Side value={row.kept} chosen={!row.taken} /> },
              { title: '并入的档案', key: 'merged', render: (_, row) => <Side value={row.merged} chosen={row.taken} /> },
            ]}
          />
        )}
        <p className="small" style={{ marginTop: 8 }}>
          粗体的是合并后采用的内容；两份都保存，撤销时恢复。
        </p>
      </Card>
      <Card title={merge.state === 'proposed' ? '会一起转过去的记录' : '已转过去的记录'}>
        {merge.moves.length === 0 ? (
          <p className="sub">没有。</p>
        ) : (
          <p>{merge.moves.map(({ label, rows }) => `${label} ${rows} 条`).join('，')}。并入档案还没办的待办会关闭。</p>
        )}
      </Card>
      {merge.state === 'proposed' && <Decide merge={merge} />}
      {merge.state === 'merged' && <Undo merge={merge} />}
    </Detail>
  );
}

const Side = ({ value, chosen }: { value: string | null; chosen: boolean }) =>
  value === null ? <span className="muted">未填</span> : chosen ? <strong>{value}</strong> : <>{value}</>;

function stepsOf({ state, proposedBy, decidedBy, undoneBy }: MergeAnswer): ChainStep[] {
  const hand = (one: { name: string; at: string } | null, otherwise: string) =>
    one === null ? otherwise : `${one.name} ${instantInWords(one.at)}`;
  return [
    { label: '提出', note: hand(proposedBy, ''), state: 'done' },
    {
      label: state === 'refused' ? '未同意' : '同意合并',
      note: hand(decidedBy, '由另一人决定'),
      state: state === 'proposed' ? 'now' : state === 'refused' ? 'broken' : 'done',
    },
    ...(undoneBy === null ? [] : [{ label: '已撤销', note: hand(undoneBy, ''), state: 'broken' as const }]),
  ];
}

function Decide({ merge }: { merge: MergeAnswer }) {
  const [note, setNote] = useState('');
  const decide = useWrite(decideMerge);
  if (!merge.mayDecide) return <p className="sub">这件合并是您提出的，请另一位同事决定。</p>;
  const run = (decision: 'approve' | 'refuse') =>
    decide.run({
      params: { mergeId: merge.mergeId },
      body: {
        version: merge.version,
        decision,
        keptVersion: merge.kept.version,
        mergedVersion: merge.merged.version,
        ...(note.trim() !== '' && { note: note.trim() }),
      },
    });
  return (
    <Card title="由您决定">
      <Form layout="vertical" className="form-narrow">
        <Form.Item label="说明（可不填）" htmlFor="merge-note">
          <Input.TextArea id="merge-note" rows={2} maxLength={200} value={note} onChange={event => setNote(event.target.value)} />
        </Form.Item>
        <Refusal of={decide} />
        <div className="actions">
          <Button type="primary" size="large" loading={decide.busy} onClick={() => void run('approve')}>
            确认是同一个人，合并
          </Button>
          <Button size="large" loading={decide.busy} onClick={() => void run('refuse')}>
            不是同一个人
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function Undo({ merge }: { merge: MergeAnswer }) {
  const [reason, setReason] = useState('');
  const undo = useWrite(undoMerge);
  const run = () => undo.run({ params: { mergeId: merge.mergeId }, body: { version: merge.version, reason: reason.trim() } });
  return (
    <Card title="合错了">
      <Form layout="vertical" className="form-narrow" onFinish={() => void run()}>
        <Form.Item label="撤销理由" htmlFor="merge-undo" extra="转过去的记录会一条不少地还回来；合并以后新增的记录留在保留的档案里。">
          <Input.TextArea id="merge-undo" rows={2} maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />
        </Form.Item>
        <Refusal of={undo} />
        <Button htmlType="submit" danger disabled={reason.trim() === ''} loading={undo.busy}>
          撤销合并
        </Button>
      </Form>
    </Card>
  );
}
