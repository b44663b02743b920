import { listAreas } from '@guanhu/shared/access/access.routes';
import { MOVE_STATES } from '@guanhu/shared/registry/move.terms';
import { listMoves, proposeMove, withdrawMove } from '@guanhu/shared/registry/moves.routes';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { newKey } from '../../app/api.ts';
import { usePages, useRead } from '../../app/queries.ts';
import { useMayByPost } from '../../app/use-me.ts';
import { useWrite } from '../../app/use-write.ts';
import { Card, More } from '../../ui/columns.tsx';
import { Refusal } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { instantInWords } from '../../ui/words.ts';

/** Handovers of this patient to another village of the county. */
export function MovesCard({ patientId, villageId }: { patientId: string; villageId: string }) {
  const mayPropose = useMayByPost('patient:move');
  const mayList = useMayByPost('move:decide');
  const pages = usePages(listMoves, { query: { patientId } }, { enabled: mayList });
  const withdraw = useWrite(withdrawMove);
  const rows = pages.rows ?? [];
  if (!mayList) return null;
  return (
    <Card
      title="县内迁移交接"
      actions={mayPropose && !rows.some(move => move.state === 'waiting') && <ProposeMove patientId={patientId} villageId={villageId} />}
    >
      {rows.length === 0 && (
        <p className="sub">
          没有交接。搬到县内别的村（居）时在这里提出，对方接收前仍由本村负责；搬到外县的，在下面的「跨县移交」里提出；外县没有使用本系统的，变更状态为「迁出」并打印交接函。
        </p>
      )}
      <ul className="plain-list">
        {rows.map(move => (
          <li key={move.moveId}>
            <div className="split">
              <span>
                {move.fromVillage} → {move.toVillage}
                <span className="small">&emsp;{`${instantInWords(move.proposedAt)} ${move.proposedBy} 提出：${move.reason}`}</span>
              </span>
              <Tag tone={move.state === 'waiting' ? 'warn' : 'plain'}>{MOVE_STATES[move.state]}</Tag>
            </div>
            {move.answer !== null && <p className="small">{`退回原因：${move.answer}（${move.answeredBy ?? ''}）`}</p>}
            {move.mayWithdraw && (
              <Button
                loading={withdraw.busy}
                onClick={() => void withdraw.run({ params: { moveId: move.moveId }, body: { version: move.version } })}
              >
                撤回
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Refusal of={withdraw} />
      <More pages={pages} />
    </Card>
  );
}

function ProposeMove({ patientId, villageId }: { patientId: string; villageId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>提出交接</Button>
      {open && <Dialog patientId={patientId} villageId={villageId} onClose={() => setOpen(false)} />}
    </>
  );
}

function Dialog({ patientId, villageId, onClose }: { patientId: string; villageId: string; onClose: () => void }) {
  const [moveId] = useState(newKey);
  const [toVillageId, setTo] = useState<string>();
  const [reason, setReason] = useState('');
  const areas = useRead(listAreas).data?.rows ?? [];
  const propose = useWrite(proposeMove, onClose);
  const nameOf = (id: string | null) => areas.find(area => area.areaId === id)?.name ?? '';
  const villages = areas.filter(area => area.kind === 'village' && area.areaId !== villageId);
  const isReady = toVillageId !== undefined && reason.trim() !== '';
  return (
    <Modal
      open
      title="提出县内迁移交接"
      okText="提出"
      cancelText="取消"
      okButtonProps={{ disabled: !isReady, loading: propose.busy }}
      onOk={() =>
        toVillageId !== undefined && void propose.run({ params: { patientId }, body: { moveId, toVillageId, reason: reason.trim() } })
      }
      onCancel={onClose}
    >
      <p className="sub">对方接收以前，仍由现在的小组负责；接收后档案、岗位和待办一起转过去。</p>
      <Form layout="vertical">
        <Form.Item label="搬到哪个村（居）" htmlFor="move-to">
          <Select
            id="move-to"
            showSearch={{ optionFilterProp: 'label' }}
            value={toVillageId ?? null}
            placeholder="选择村（居）"
            onChange={setTo}
            options={villages.map(area => ({ value: area.areaId, label: `${nameOf(area.parentId)} ${area.name}` }))}
          />
        </Form.Item>
        <Form.Item label="原因" htmlFor="move-reason">
          <Input.TextArea id="move-reason" rows={2} maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />
        </Form.Item>
      </Form>
      <Refusal of={propose} />
    </Modal>
  );
}
