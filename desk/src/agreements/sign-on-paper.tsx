import type { AgreementDetail } from '@guanhu/shared/agreements/agreements.contract';
import { MOST_PAPERS } from '@guanhu/shared/agreements/application.terms';
import { keepSignedPage, signOnPaper } from '@guanhu/shared/agreements/signing.routes';
import { Button, Checkbox, Form, Modal } from 'antd';
import { useState } from 'react';
import { newKey } from '../app/api.ts';
import { fileBase64 } from '../intake/file-base64.ts';
import { useWrite } from '../app/use-write.ts';
import { Refusal } from '../ui/states.tsx';

/** The guardian has signed the printed text: its pages are put in, and whoever saw it signs as the witness. */
export function SignOnPaper({ agreement }: { agreement: AgreementDetail }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>在纸上签的</Button>
      {open && <Dialog agreement={agreement} onClose={() => setOpen(false)} />}
    </>
  );
}

function Dialog({ agreement: { id, version, contentSha256 }, onClose }: { agreement: AgreementDetail; onClose: () => void }) {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [witnessed, setWitnessed] = useState(false);
  const keep = useWrite(keepSignedPage);
  const sign = useWrite(signOnPaper, onClose);
  const params = { agreementId: id };
  const submit = async () => {
    const pages: string[] = [];
    for (const file of files) {
      const kept = await keep.run({ params, body: { attachmentId: newKey(), content: await fileBase64(file) } });
      if (!kept) return;
      pages.push(kept.attachmentId);
    }
    await sign.run({ params, body: { version, contentSha256, pages, witnessed: true } });
  };
  return (
    <Modal
      open
      title="监护人在纸上签的"
      okText="提交"
      cancelText="取消"
      okButtonProps={{ disabled: files.length === 0 || files.length > MOST_PAPERS || !witnessed, loading: keep.busy || sign.busy }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item
          label="签好的每一页（照片或扫描件，按顺序选）"
          htmlFor="signed-pages"
          extra={`最多 ${MOST_PAPERS} 个文件，每个不超过 8 MB`}
        >
          <input
            id="signed-pages"
            type="file"
            multiple
            accept="image/jpeg,image/png,application/pdf"
            onChange={event => setFiles([...(event.target.files ?? [])])}
          />
        </Form.Item>
        <Checkbox checked={witnessed} onChange={event => setWitnessed(event.target.checked)}>
          监护人读过或者听过全文，当着我的面签的名；我的名字作为见证人写进协议
        </Checkbox>
      </Form>
      <Refusal of={keep} />
      <Refusal of={sign} />
    </Modal>
  );
}
