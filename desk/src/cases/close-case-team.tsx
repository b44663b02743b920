import type { CaseTeam } from '@guanhu/shared/care-team/case-team.contract';
import { askToCloseCaseTeam, decideCaseClosing } from '@guanhu/shared/care-team/case-team.routes';
import { CASE_REASONS } from '@guanhu/shared/care-team/case-team.terms';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useWrite } from '../app/use-write.ts';
import { Refusal } from '../ui/states.tsx';

/** The first of two people who close a case team. */
export function CloseCaseTeam({ team }: { team: CaseTeam }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const write = useWrite(askToCloseCaseTeam, () => setOpen(false));
  const remaining = team.remaining.map(one => CASE_REASONS[one]).join('、');
  return (
    <>
      <Button disabled={remaining !== ''} title={remaining === '' ? undefined : `原因还在：${remaining}`} onClick={() => setOpen(true)}>
        提出结束
      </Button>
      <Modal
        open={open}
        destroyOnHidden
        title="提出结束个案管理"
        okText="提出结束"
        cancelText="取消"
        okButtonProps={{ disabled: reason.trim() === '', loading: write.busy }}
        onOk={() => void write.run({ params: { caseTeamId: team.caseTeamId }, body: { reason: reason.trim(), version: team.version } })}
        onCancel={() => setOpen(false)}
      >
        <p className="sub">另一人同意以后才结束。</p>
        <Input.TextArea aria-label="结束的理由" rows={3} maxLength={500} value={reason} onChange={event => setReason(event.target.value)} />
        <Refusal of={write} />
      </Modal>
    </>
  );
}

/** The second of two. */
export function DecideClosing({ team }: { team: CaseTeam }) {
  const write = useWrite(decideCaseClosing);
  const decide = (agree: boolean) => void write.run({ params: { caseTeamId: team.caseTeamId }, body: { agree, version: team.version } });
  return (
    <>
      <div className="actions">
        <Button type="primary" loading={write.busy} onClick={() => decide(true)}>
          同意结束
        </Button>
        <Button loading={write.busy} onClick={() => decide(false)}>
          退回，继续管理
        </Button>
      </div>
      <Refusal of={write} />
    </>
  );
}
