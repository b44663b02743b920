import { recordConsent } from '@guanhu/shared/registry/consent.routes';
import {
  CONSENT_BASES,
  CONSENT_DECISIONS,
  CONSENT_SIGNERS,
  CONSENT_TEXTS,
  type ConsentBasis,
  type ConsentDecision,
  type ConsentSigner,
} from '@guanhu/shared/registry/consent.terms';
import { Button, Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { newKey } from '../../app/api.ts';
import { useWrite } from '../../app/use-write.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { Refusal } from '../../ui/states.tsx';
import { todayInChina } from '../../ui/words.ts';

type Props = { patientId: string; inForce: ConsentDecision | null };

/** Records a decision, with the text that was read out before it. */
export function RecordConsent(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>登记</Button>
      {open && <Dialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

const choices = (table: Readonly<Record<string, string>>) => Object.entries(table).map(([value, label]) => ({ value, label }));

function Dialog({ patientId, inForce, onClose }: Props & { onClose: () => void }) {
  const [consentId] = useState(newKey);
  const [decision, setDecision] = useState<ConsentDecision>();
  const [on, setOn] = useState(todayInChina());
  const [signer, setSigner] = useState<ConsentSigner>('guardian');
  const [signerName, setSignerName] = useState('');
  const [basis, setBasis] = useState<ConsentBasis>();
  const [note, setNote] = useState('');
  const write = useWrite(recordConsent, onClose);
  const text = CONSENT_TEXTS.findLast(one => one.since <= on) ?? CONSENT_TEXTS[0];
  const isRead = decision === 'given' || decision === 'refused';
  const decisions = choices(CONSENT_DECISIONS).filter(({ value }) => value !== 'withdrawn' || inForce === 'given');
  const isReady =
    decision === 'notRequired' ? basis !== undefined && note.trim() !== '' : decision !== undefined && signerName.trim() !== '';

  const submit = () => {
    const common = { consentId, on, ...(note.trim() === '' ? {} : { note: note.trim() }) };
    const signed = { ...common, signer, signerName: signerName.trim() };
    const params = { patientId };
    if (decision === 'notRequired') return basis && write.run({ params, body: { ...common, decision, basis, note: note.trim() } });
    if (decision === 'withdrawn') return write.run({ params, body: { ...signed, decision } });
    return decision && write.run({ params, body: { ...signed, decision, textVersion: text.version } });
  };
  return (
    <Modal
      open
      width={640}
      title="登记知情同意"
      okText="登记"
      cancelText="取消"
      okButtonProps={{ disabled: !isReady, loading: write.busy }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label="决定">
          <Radio.Group
            aria-label="决定"
            value={decision}
            onChange={event => setDecision(event.target.value as ConsentDecision)}
            options={decisions}
          />
        </Form.Item>
        <Form.Item label="哪天" htmlFor="consent-on">
          <DayInput id="consent-on" value={on} max={todayInChina()} onDay={setOn} />
        </Form.Item>
        {isRead && (
          <details>
            <summary>{`当面宣读：${text.title}（${text.version} 版）`}</summary>
            {text.paragraphs.map(paragraph => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </details>
        )}
        {decision !== undefined && decision !== 'notRequired' && (
          <>
            <Form.Item label="谁签字">
              <Radio.Group
                aria-label="谁签字"
                value={signer}
                onChange={event => setSigner(event.target.value as ConsentSigner)}
                options={choices(CONSENT_SIGNERS)}
              />
            </Form.Item>
            <Form.Item label="签字人姓名" htmlFor="consent-signer">
              <Input id="consent-signer" maxLength={40} value={signerName} onChange={event => setSignerName(event.target.value)} />
            </Form.Item>
          </>
        )}
        {decision === 'notRequired' && (
          <Form.Item label="依据" htmlFor="consent-basis">
            <Select id="consent-basis" value={basis ?? null} placeholder="选择依据" onChange={setBasis} options={choices(CONSENT_BASES)} />
          </Form.Item>
        )}
        <Form.Item label={decision === 'notRequired' ? '怎样告知的、具体事实或条款' : '说明（可不填）'} htmlFor="consent-note">
          <Input.TextArea id="consent-note" rows={2} maxLength={300} value={note} onChange={event => setNote(event.target.value)} />
        </Form.Item>
      </Form>
      <Refusal of={write} />
    </Modal>
  );
}
