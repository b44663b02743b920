import { Button, Input } from 'antd';
import { useState } from 'react';

type SendBackProps = {
  readonly placeholder: string;
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onSend: (reason: string) => void;
};

/** A handover is sent back, and says why. */
export function SendBack({ placeholder, busy, onCancel, onSend }: SendBackProps) {
  const [written, setWritten] = useState('');
  const reason = written.trim();
  return (
    <>
      <Input.TextArea
        aria-label="退回原因"
        placeholder={placeholder}
        rows={2}
        maxLength={200}
        value={written}
        onChange={event => setWritten(event.target.value)}
      />
      <div className="actions">
        <Button onClick={onCancel}>取消</Button>
        <Button danger disabled={reason === ''} loading={busy} onClick={() => onSend(reason)}>
          退回
        </Button>
      </div>
    </>
  );
}
