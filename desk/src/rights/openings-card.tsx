import { listAreas } from '@guanhu/shared/access/access.routes';
import type { OpeningRow } from '@guanhu/shared/care-team/break-glass.contract';
import { listOpenings, markOpeningSeen, openInEmergency, reviewOpening } from '@guanhu/shared/care-team/break-glass.routes';
import { REVIEW_VERDICTS, type ReviewVerdict } from '@guanhu/shared/care-team/break-glass.terms';
import { Button, Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { newKey } from '../app/api.ts';
import { usePages, useRead } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, More } from '../ui/columns.tsx';
import { Refusal } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { dayInWords, instantInWords } from '../ui/words.ts';

/** Emergency openings: to open a file now, and to say afterwards whether it was right. */
export function OpeningsCard() {
  const mayRead = useMayByPost('break-glass:read');
  const pages = usePages(listOpenings, {}, { enabled: mayRead });
  const [opening, setOpening] = useState(false);
  return (
    <Card title="紧急查看" actions={<Button onClick={() => setOpening(true)}>紧急打开一份档案</Button>}>
      <p className="sub">不负责的人遇到急事，可以说明理由临时查看。每次都会告诉乡镇，由县里另一位管理员复核；家属也看得到。</p>
      <ul className="plain-list">
        {pages.rows?.map(row => (
          <Line key={row.openingId} row={row} />
        ))}
      </ul>
      <More pages={pages} />
      {opening && <OpenDialog onClose={() => setOpening(false)} />}
    </Card>
  );
}

function Line({ row }: { row: OpeningRow }) {
  const mayReview = useMayByPost('break-glass:review');
  const [reviewing, setReviewing] = useState(false);
  const see = useWrite(markOpeningSeen);
  return (
    <li>
      <div className="split">
        <span>
          <strong>{row.by}</strong>
          <span className="small">{`\u3000${row.posts.join('、')}\u3000${instantInWords(row.at)} 至 ${instantInWords(row.until)}`}</span>
        </span>
        <Tag tone={row.overdue ? 'warn' : row.review ? 'calm' : 'plain'}>
          {row.review ? REVIEW_VERDICTS[row.review.verdict] : row.overdue ? '复核超期' : `${dayInWords(row.reviewBy)}前复核`}
        </Tag>
      </div>
      <p>{`${row.patientName ?? '没有找到这个人'}：${row.reason}`}</p>
      {row.review && <p className="small">{`${row.review.by} ${instantInWords(row.review.at)}：${row.review.note}`}</p>}
      {row.yours && (
        <Button
          loading={see.busy}
          onClick={() => (mayReview ? setReviewing(true) : void see.run({ params: { openingId: row.openingId } }))}
        >
          {mayReview ? '复核' : '已知道'}
        </Button>
      )}
      <Refusal of={see} />
      {reviewing && <ReviewDialog row={row} onClose={() => setReviewing(false)} />}
    </li>
  );
}

function ReviewDialog({ row, onClose }: { row: OpeningRow; onClose: () => void }) {
  const [verdict, setVerdict] = useState<ReviewVerdict>('justified');
  const [note, setNote] = useState('');
  const review = useWrite(reviewOpening, onClose);
  return (
    <Modal
      open
      title={`复核 ${row.by} 的紧急查看`}
      okText="复核"
      cancelText="取消"
      okButtonProps={{ disabled: note.trim() === '', loading: review.busy }}
      onOk={() => void review.run({ params: { openingId: row.openingId }, body: { verdict, note: note.trim() } })}
      onCancel={onClose}
    >
      <p>{row.reason}</p>
      <Radio.Group
        aria-label="复核意见"
        value={verdict}
        onChange={event => setVerdict(event.target.value as ReviewVerdict)}
        options={Object.entries(REVIEW_VERDICTS).map(([value, label]) => ({ value, label }))}
      />
      <Input.TextArea aria-label="怎么核实的" rows={3} maxLength={300} value={note} onChange={event => setNote(event.target.value)} />
      <Refusal of={review} />
    </Modal>
  );
}

function OpenDialog({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const [by, setBy] = useState<'idNumber' | 'name'>('idNumber');
  const [idNumber, setIdNumber] = useState('');
  const [name, setName] = useState('');
  const [villageId, setVillage] = useState<string>();
  const [reason, setReason] = useState('');
  const [none, setNone] = useState(false);
  const areas = useRead(listAreas).data?.rows ?? [];
  const open = useWrite(openInEmergency, answer => {
    if (answer.outcome === 'opened') void navigate(`/patients/${answer.patientId}`);
    setNone(answer.outcome === 'notFound');
  });
  const who =
    by === 'idNumber'
      ? idNumber.trim().length >= 15 && { by, idNumber: idNumber.trim() }
      : name.trim() !== '' && villageId !== undefined && { by, name: name.trim(), villageId };
  const ready = who !== false && reason.trim().length >= 6;
  return (
    <Modal
      open
      title="紧急打开一份档案"
      okText="打开"
      cancelText="取消"
      okButtonProps={{ danger: true, disabled: !ready, loading: open.busy }}
      onOk={() => ready && void open.run({ body: { openingId: newKey(), who, reason: reason.trim() } })}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label="怎么确定是谁">
          <Radio.Group
            aria-label="怎么确定是谁"
            value={by}
            onChange={event => setBy(event.target.value as 'idNumber' | 'name')}
            options={[
              { value: 'idNumber', label: '身份证号' },
              { value: 'name', label: '姓名和村（社区）' },
            ]}
          />
        </Form.Item>
        {by === 'idNumber' ? (
          <Form.Item label="身份证号" htmlFor="emergency-id">
            <Input id="emergency-id" autoComplete="off" value={idNumber} onChange={event => setIdNumber(event.target.value)} />
          </Form.Item>
        ) : (
          <>
            <Form.Item label="姓名（完整）" htmlFor="emergency-name">
              <Input id="emergency-name" autoComplete="off" value={name} onChange={event => setName(event.target.value)} />
            </Form.Item>
            <Form.Item label="村（社区）" htmlFor="emergency-village">
              <Select
                id="emergency-village"
                value={villageId}
                onChange={setVillage}
                options={areas.filter(area => area.kind === 'village').map(area => ({ value: area.areaId, label: area.name }))}
              />
            </Form.Item>
          </>
        )}
        <Form.Item label="为什么现在必须看（家属和上级会看到）" htmlFor="emergency-reason">
          <Input.TextArea id="emergency-reason" rows={3} maxLength={300} value={reason} onChange={event => setReason(event.target.value)} />
        </Form.Item>
      </Form>
      {none && <p role="status">没有找到唯一的一位。这次查找已经记录。</p>}
      <Refusal of={open} />
    </Modal>
  );
}
