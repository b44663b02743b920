import { markWords } from '@guanhu/shared/kernel/picture-mark';
import { urlOf } from '@guanhu/shared/kernel/route';
import type { Attachment } from '@guanhu/shared/registry/attachments.contract';
import { attachFile, listAttachments, readAttachment, removeAttachment } from '@guanhu/shared/registry/attachments.routes';
import { ATTACHMENT_KINDS, FILE_TYPES, type AttachmentKind } from '@guanhu/shared/registry/attachments.terms';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { newKey, type Refused } from '../app/api.ts';
import { usePages } from '../app/queries.ts';
import { saveMarked } from '../app/save-file.ts';
import { useMay, useMayByPost, useMe } from '../app/use-me.ts';
import { useWrite } from '../app/use-write.ts';
import { fileBase64 } from '../intake/file-base64.ts';
import { Card, More } from '../ui/columns.tsx';
import { Loading, Problem, Refusal } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { instantInWords, todayInChina } from '../ui/words.ts';

/** Photographs and scans of the file. */
export function AttachmentsCard({ patientId }: { patientId: string }) {
  const pages = usePages(listAttachments, { params: { patientId } });
  const mayAttach = useMay('attachment:write');
  const [adding, setAdding] = useState(false);
  return (
    <Card title="照片和扫描件" actions={mayAttach && <Button onClick={() => setAdding(true)}>上传</Button>}>
      {pages.rows === undefined && (pages.refusal ? <Problem refusal={pages.refusal} again={pages.again} /> : <Loading />)}
      {pages.rows?.length === 0 && <p className="sub">还没有材料。可以上传同意书、诊断证明的照片或扫描件，照片里的位置信息会自动去掉。</p>}
      <ul className="plain-list">
        {pages.rows?.map(row => (
          <Line key={row.attachmentId} row={row} />
        ))}
      </ul>
      <More pages={pages} />
      {adding && <AttachDialog patientId={patientId} onClose={() => setAdding(false)} />}
    </Card>
  );
}

function Line({ row }: { row: Attachment }) {
  const mayRemove = useMayByPost('attachment:remove');
  const { name } = useMe();
  const [removing, setRemoving] = useState(false);
  const [problem, setProblem] = useState<Refused>();
  const { attachmentId, kind, what, type, size, by, at, removed, isEvidence } = row;
  const save = () =>
    saveMarked(
      urlOf(readAttachment, { attachmentId }),
      `${attachmentId}.${FILE_TYPES[type].ending}`,
      markWords(name, todayInChina()),
    ).catch((error: unknown) => setProblem(error as Refused));
  return (
    <li>
      <div className="split">
        <span>
          <strong>{what}</strong>&emsp;{ATTACHMENT_KINDS[kind]}
          <span className="small">
            &emsp;{FILE_TYPES[type].label} {Math.ceil(size / 1024)} KB&emsp;{by} {instantInWords(at)}
          </span>
        </span>
        {removed ? (
          <Tag tone="plain">已移除</Tag>
        ) : (
          <span className="actions">
            <Button onClick={() => void save()}>下载</Button>
            {isEvidence && <Tag tone="plain">协议或申请的依据</Tag>}
            {mayRemove && !isEvidence && <Button onClick={() => setRemoving(true)}>移除</Button>}
          </span>
        )}
      </div>
      {removed && <p className="small">{`${removed.by} ${instantInWords(removed.at)} 移除：${removed.reason}`}</p>}
      {problem && <Problem refusal={problem} />}
      {removing && <RemoveDialog row={row} onClose={() => setRemoving(false)} />}
    </li>
  );
}

const KINDS = Object.entries(ATTACHMENT_KINDS).map(([value, label]) => ({ value: value as AttachmentKind, label }));

function AttachDialog({ patientId, onClose }: { patientId: string; onClose: () => void }) {
  const [kind, setKind] = useState<AttachmentKind>('consent');
  const [what, setWhat] = useState('');
  const [file, setFile] = useState<File>();
  const [attachmentId] = useState(newKey);
  const attach = useWrite(attachFile, onClose);
  const submit = async () => {
    if (file) await attach.run({ params: { patientId }, body: { attachmentId, kind, what: what.trim(), content: await fileBase64(file) } });
  };
  return (
    <Modal
      open
      title="上传照片或扫描件"
      okText="上传"
      cancelText="取消"
      okButtonProps={{ disabled: !file || what.trim() === '', loading: attach.busy }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label="是什么材料" htmlFor="attachment-kind">
          <Select id="attachment-kind" value={kind} options={KINDS} onChange={setKind} />
        </Form.Item>
        <Form.Item label="说明" htmlFor="attachment-what">
          <Input id="attachment-what" maxLength={60} value={what} onChange={event => setWhat(event.target.value)} />
        </Form.Item>
        <Form.Item label="文件（JPEG、PNG 图片或 PDF，不超过 8 MB）" htmlFor="attachment-file">
          <input
            id="attachment-file"
            type="file"
            accept="image/jpeg,image/png,application/pdf"
            onChange={event => setFile(event.target.files?.[0])}
          />
        </Form.Item>
      </Form>
      <Refusal of={attach} />
    </Modal>
  );
}

function RemoveDialog({ row, onClose }: { row: Attachment; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const remove = useWrite(removeAttachment, onClose);
  const { attachmentId, version } = row;
  return (
    <Modal
      open
      title={`移除「${row.what}」`}
      okText="移除"
      cancelText="取消"
      okButtonProps={{ danger: true, disabled: reason.trim() === '', loading: remove.busy }}
      onOk={() => void remove.run({ params: { attachmentId }, body: { reason: reason.trim(), version } })}
      onCancel={onClose}
    >
      <p className="sub">文件内容会删除，谁在什么时候为什么移除会留下记录。</p>
      <Input.TextArea aria-label="移除的原因" rows={2} maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />
      <Refusal of={remove} />
    </Modal>
  );
}
