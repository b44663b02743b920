import type { HandedInRow } from '@guanhu/shared/rights/handed-in.contract';
import { decideHandedIn, listHandedIn, readHandedIn } from '@guanhu/shared/rights/handed-in.routes';
import { pictureOf, recordingOf, writtenInWords } from '@guanhu/shared/rights/handed-in-words.rules';
import { HANDED_IN_DECISIONS, HANDED_IN_STATES, type HandedInDecision } from '@guanhu/shared/rights/handed-in.terms';
import { Button, Form, Input, Modal, Radio } from 'antd';
import { useMemo, useState } from 'react';
import { usePages, useRead } from '../app/queries.ts';
import { blobOf } from '../app/save-file.ts';
import { useMayByPost } from '../app/use-me.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Facts, More } from '../ui/columns.tsx';
import { Sound } from '../ui/fetched-media.tsx';
import { MarkedPicture } from '../ui/marked-picture.tsx';
import { Answered, Loading, Problem, Refusal } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { instantInWords } from '../ui/words.ts';

const DECISIONS = Object.entries(HANDED_IN_DECISIONS).map(([value, label]) => ({ value, label }));

/** What phones handed in after their account had ended; of one patient, what stands in the file by it. */
export function HandedInCard({ patientId }: { patientId?: string }) {
  const pages = usePages(listHandedIn, { query: patientId === undefined ? {} : { patientId } });
  const [open, setOpen] = useState<HandedInRow>();
  // A file without any needs no card about it.
  if (patientId !== undefined && (pages.rows?.length ?? 0) === 0) return null;
  return (
    <Card title="手机上交的记录">
      {patientId === undefined && (
        <p className="sub">账号停用时还在手机里、没来得及上传的内容。系统不会自动采用，逐条核对后，接手记入档案，或者说明理由不采用。</p>
      )}
      {pages.rows === undefined && (pages.refusal ? <Problem refusal={pages.refusal} again={pages.again} /> : <Loading />)}
      {pages.rows?.length === 0 && <p className="sub">没有上交的记录。</p>}
      <ul className="plain-list">
        {pages.rows?.map(row => (
          <li key={row.handedInId}>
            <div className="split">
              <span>
                <strong>{row.what}</strong>&emsp;{row.areaName} {row.patientName ?? ''}&emsp;
                <span className="small">{`${row.handedInBy} ${instantInWords(row.madeAt)}写，${instantInWords(row.handedInAt)}上交`}</span>
              </span>
              <Tag tone={row.state === 'waiting' ? 'warn' : 'plain'}>{HANDED_IN_STATES[row.state]}</Tag>
              <Button onClick={() => setOpen(row)}>{row.state === 'waiting' ? '核对' : '查看'}</Button>
            </div>
            {row.decidedBy !== null && row.decidedAt !== null && (
              <p className="small">{`${row.decidedBy} ${instantInWords(row.decidedAt)}${HANDED_IN_STATES[row.state]}：${row.reason ?? ''}`}</p>
            )}
          </li>
        ))}
      </ul>
      <More pages={pages} />
      {open && <LookDialog row={open} onClose={() => setOpen(undefined)} />}
    </Card>
  );
}

const blobIn = (media: ReturnType<typeof pictureOf>): Blob | undefined => media && blobOf(media.base64, media.type);

function Written({ of: written }: { of: Readonly<Record<string, unknown>> | undefined }) {
  const picture = useMemo(() => blobIn(written && pictureOf(written)), [written]);
  const recording = useMemo(() => blobIn(written && recordingOf(written)), [written]);
  if (written === undefined) return <p className="sub">不采用的内容保存期已满，已经删除；谁写的、谁核对的和理由仍保留。</p>;
  return (
    <>
      <Facts of={writtenInWords(written).map(({ label, words }) => [label, words] as const)} />
      {picture && <MarkedPicture file={picture} label="随记录上交的照片" />}
      {recording && <Sound file={recording} label="随记录上交的录音" />}
    </>
  );
}

function LookDialog({ row, onClose }: { row: HandedInRow; onClose: () => void }) {
  const mayDecide = useMayByPost('handed-in:decide') && row.state === 'waiting';
  const content = useRead(readHandedIn, { params: { handedInId: row.handedInId } });
  const [decision, setDecision] = useState<HandedInDecision>('takenOver');
  const [reason, setReason] = useState('');
  const decide = useWrite(decideHandedIn, onClose);
  const body = { decision, reason: reason.trim(), version: row.version };
  return (
    <Modal
      open
      title={`${row.what}（${row.handedInBy}写）`}
      okText={mayDecide ? '确定' : '知道了'}
      cancelText="取消"
      okButtonProps={mayDecide ? { disabled: reason.trim() === '' || content.data === undefined, loading: decide.busy } : {}}
      onOk={() => {
        if (mayDecide) void decide.run({ params: { handedInId: row.handedInId }, body });
        else onClose();
      }}
      onCancel={onClose}
    >
      <Answered of={content}>{({ write }) => <Written of={write?.body} />}</Answered>
      {mayDecide && (
        <Form layout="vertical">
          <Form.Item label="怎么办">
            <Radio.Group
              aria-label="怎么办"
              value={decision}
              onChange={event => setDecision(event.target.value as HandedInDecision)}
              options={DECISIONS}
            />
          </Form.Item>
          <Form.Item label="怎么核实的、为什么" htmlFor="handed-in-reason">
            <Input.TextArea
              id="handed-in-reason"
              rows={3}
              maxLength={300}
              value={reason}
              onChange={event => setReason(event.target.value)}
            />
          </Form.Item>
        </Form>
      )}
      <Refusal of={decide} />
    </Modal>
  );
}
