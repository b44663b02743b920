import type { ClueAnswer } from '@guanhu/shared/screening/clue.contract';
import { withdrawClue } from '@guanhu/shared/screening/clue.routes';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useWrite } from '../app/use-write.ts';
import { Card } from '../ui/columns.tsx';
import { Refusal } from '../ui/states.tsx';

/** It was no clue. */
export function WithdrawClue({ clue }: { clue: ClueAnswer }) {
  const [reason, setReason] = useState('');
  const write = useWrite(withdrawClue);
  return (
    <Card title="不是线索">
      <p className="sub">报错了、人已不在本地等。结案以后个人信息按期抹去，不能恢复。</p>
      <Input.TextArea
        aria-label="为什么不是线索"
        placeholder="为什么"
        rows={2}
        maxLength={200}
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
      <div className="actions">
        <Button
          danger
          disabled={reason.trim() === ''}
          loading={write.busy}
          onClick={() => void write.run({ params: { clueId: clue.clueId }, body: { version: clue.version, reason: reason.trim() } })}
        >
          结案
        </Button>
      </div>
      <Refusal of={write} />
    </Card>
  );
}
