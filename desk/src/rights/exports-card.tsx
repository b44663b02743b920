import { listAreas } from '@guanhu/shared/access/access.routes';
import type { ExportShown } from '@guanhu/shared/rights/exports.contract';
import { askExport, decideExport, downloadExport, listExports } from '@guanhu/shared/rights/exports.routes';
import { EXPORT_CONTENTS, EXPORT_STATES, type ExportContent } from '@guanhu/shared/rights/rights.terms';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useSteppedWrite } from '../access/use-stepped-write.ts';
import { newKey } from '../app/api.ts';
import { areasWith } from '../app/may.ts';
import { usePages, useRead } from '../app/queries.ts';
import { saveWorkbook } from '../app/save-file.ts';
import { useMayByPost, useMe } from '../app/use-me.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, More } from '../ui/columns.tsx';
import { Refusal } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { instantInWords } from '../ui/words.ts';

/** Data taken out of the system: asked for by one, approved by another. */
export function ExportsCard() {
  const pages = usePages(listExports);
  const mayAsk = useMayByPost('export:ask');
  const [asking, setAsking] = useState(false);
  return (
    <Card title="数据导出" actions={mayAsk && <Button onClick={() => setAsking(true)}>申请导出</Button>}>
      <p className="sub">
        一人申请、另一人批准，下载时再用手机确认。文件带有下载人、时间和编号：名单写在每一行，责任清单写在每页的页眉页脚，改好还可以再导入。
      </p>
      <ul className="plain-list">
        {pages.rows?.map(row => (
          <Line key={row.exportId} row={row} />
        ))}
      </ul>
      <More pages={pages} />
      {asking && <AskDialog onClose={() => setAsking(false)} />}
    </Card>
  );
}

function Line({ row }: { row: ExportShown }) {
  const { exportId, version } = row;
  const decide = useWrite(decideExport);
  const download = useSteppedWrite(downloadExport, 'data:export', ({ fileName, content }) => saveWorkbook(content, fileName));
  return (
    <li>
      <div className="split">
        <span>
          <strong>{`${row.townshipName} ${EXPORT_CONTENTS[row.content]}`}</strong>
          <span className="small">{`\u3000编号 ${row.number}\u3000${row.askedBy} ${instantInWords(row.askedAt)}`}</span>
        </span>
        <Tag tone={row.state === 'requested' ? 'warn' : row.state === 'approved' ? 'calm' : 'plain'}>{EXPORT_STATES[row.state]}</Tag>
      </div>
      <p>{row.reason}</p>
      {row.decided && (
        <p className="small">
          {`${row.decided.by} ${instantInWords(row.decided.at)} 审批${row.expiresAt === null ? '' : `，${instantInWords(row.expiresAt)}以前可以下载`}，已下载 ${String(row.downloads)} 次`}
        </p>
      )}
      <div className="actions">
        {row.mayDecide && (
          <>
            <Button
              type="primary"
              loading={decide.busy}
              onClick={() => void decide.run({ params: { exportId }, body: { approve: true, version } })}
            >
              批准
            </Button>
            <Button loading={decide.busy} onClick={() => void decide.run({ params: { exportId }, body: { approve: false, version } })}>
              不批准
            </Button>
          </>
        )}
        {row.mayDownload && (
          <Button
            type="primary"
            loading={download.busy}
            onClick={() => void download.run(exportId, stepUpTicket => ({ params: { exportId }, body: { stepUpTicket } }))}
          >
            下载
          </Button>
        )}
      </div>
      <Refusal of={decide} />
      <Refusal of={download} />
    </li>
  );
}

function AskDialog({ onClose }: { onClose: () => void }) {
  const mine = areasWith(useMe(), 'export:ask');
  const townships = (useRead(listAreas).data?.rows ?? []).filter(area => area.kind === 'township' && mine.includes(area.areaId));
  const [chosen, setChosen] = useState<string>();
  const [content, setContent] = useState<ExportContent>('patientList');
  const [reason, setReason] = useState('');
  const ask = useWrite(askExport, onClose);
  const townshipId = chosen ?? townships[0]?.areaId;
  const ready = townshipId !== undefined && reason.trim().length >= 6;
  return (
    <Modal
      open
      title="申请导出数据"
      okText="提交申请"
      cancelText="取消"
      okButtonProps={{ disabled: !ready, loading: ask.busy }}
      onOk={() => ready && void ask.run({ body: { exportId: newKey(), content, townshipId, reason: reason.trim() } })}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label="导出什么" htmlFor="export-content">
          <Select<ExportContent>
            id="export-content"
            value={content}
            onChange={setContent}
            options={Object.entries(EXPORT_CONTENTS).map(([value, label]) => ({ value: value as ExportContent, label }))}
          />
        </Form.Item>
        <Form.Item label="哪个乡镇" htmlFor="export-township">
          <Select
            id="export-township"
            value={townshipId}
            onChange={setChosen}
            options={townships.map(area => ({ value: area.areaId, label: area.name }))}
          />
        </Form.Item>
        <Form.Item label="做什么用、交给谁" htmlFor="export-reason">
          <Input.TextArea id="export-reason" rows={3} maxLength={300} value={reason} onChange={event => setReason(event.target.value)} />
        </Form.Item>
      </Form>
      <Refusal of={ask} />
    </Modal>
  );
}
