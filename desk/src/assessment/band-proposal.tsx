import { decideBand, listBandProposals, proposeBand } from '@guanhu/shared/assessment/band-proposal.routes';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { newKey } from '../app/api.ts';
import { usePages, type RowOf } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { useWrite } from '../app/use-write.ts';
import { Refusal } from '../ui/states.tsx';
import { instantInWords } from '../ui/words.ts';

type BandProposalProps = { patientId: string; calmer: { readonly key: string; readonly label: string } };

/** A calmer band takes two people: the one who proposes it and the one who decides. */
export function BandProposal({ patientId, calmer }: BandProposalProps) {
  const may = useMayByPost('band:lower');
  const { rows } = usePages(listBandProposals, { query: { patientId } }, { enabled: may });
  const [waiting] = rows ?? [];
  return (
    <>
      <p className="small">{`按现在的情况可以降到「${calmer.label}」，须两人同意；同意前按原档次。`}</p>
      {waiting && <Waiting proposal={waiting} />}
      {may && rows?.length === 0 && <Propose patientId={patientId} calmer={calmer} />}
    </>
  );
}

function Propose({ patientId, calmer }: BandProposalProps) {
  const [proposalId] = useState(newKey);
  const [reason, setReason] = useState('');
  const write = useWrite(proposeBand, () => setReason(''));
  const submit = () => write.run({ params: { patientId }, body: { proposalId, band: calmer.key, reason: reason.trim() } });
  return (
    <Form layout="vertical" className="form-narrow" onFinish={() => void submit()}>
      <Form.Item label={`建议降到「${calmer.label}」的理由`} htmlFor="band-reason">
        <Input.TextArea id="band-reason" rows={2} maxLength={500} value={reason} onChange={event => setReason(event.target.value)} />
      </Form.Item>
      <Refusal of={write} />
      <Button htmlType="submit" loading={write.busy} disabled={reason.trim() === ''}>
        提出建议
      </Button>
    </Form>
  );
}

function Waiting({ proposal }: { proposal: RowOf<typeof listBandProposals> }) {
  const [reason, setReason] = useState('');
  const write = useWrite(decideBand);
  const decide = (agree: boolean) =>
    write.run({ params: { proposalId: proposal.proposalId }, body: { version: proposal.version, agree, reason: reason.trim() } });
  return (
    <>
      <p>
        {`${proposal.proposedBy}（${instantInWords(proposal.proposedAt)}）建议从「${proposal.from?.label ?? '—'}」降到「${proposal.to?.label ?? '—'}」：${proposal.reason}`}
      </p>
      {proposal.mine ? (
        <p className="small">是您提出的，等另一人决定。</p>
      ) : (
        <Form layout="vertical" className="form-narrow">
          <Form.Item label="您的理由" htmlFor="band-decision">
            <Input.TextArea id="band-decision" rows={2} maxLength={500} value={reason} onChange={event => setReason(event.target.value)} />
          </Form.Item>
          <Refusal of={write} />
          <div className="actions">
            <Button loading={write.busy} disabled={reason.trim() === ''} onClick={() => void decide(false)}>
              不同意
            </Button>
            <Button type="primary" loading={write.busy} disabled={reason.trim() === ''} onClick={() => void decide(true)}>
              同意下调
            </Button>
          </div>
        </Form>
      )}
    </>
  );
}
