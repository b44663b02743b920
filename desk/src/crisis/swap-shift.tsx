import type { DutyShift } from '@guanhu/shared/care-team/crisis-roster.contract';
import { swapShift } from '@guanhu/shared/care-team/crisis-roster.routes';
import { Button, Modal, Select } from 'antd';
import { useState } from 'react';
import { useWrite } from '../app/use-write.ts';
import { Refusal } from '../ui/states.tsx';
import { instantInWords } from '../ui/words.ts';

/** Two persons change shifts. */
export function SwapShift({ shift, others }: { shift: DutyShift; others: readonly DutyShift[] }) {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const write = useWrite(swapShift, () => setOpen(false));
  const other = others.find(one => one.shiftId === chosen);
  return (
    <>
      <Button disabled={others.length === 0} onClick={() => setOpen(true)}>
        换班
      </Button>
      <Modal
        open={open}
        title={`${shift.name}和谁换班`}
        okText="换班"
        cancelText="取消"
        okButtonProps={{ disabled: other === undefined, loading: write.busy }}
        onOk={() =>
          other &&
          void write.run({
            params: { shiftId: shift.shiftId },
            body: { version: shift.version, withShiftId: other.shiftId, withVersion: other.version },
          })
        }
        onCancel={() => setOpen(false)}
      >
        <Select
          aria-label="换哪一班"
          value={chosen ?? null}
          onChange={setChosen}
          placeholder="选另一班"
          style={{ width: '100%' }}
          options={others.map(one => ({ value: one.shiftId, label: `${one.name}，${instantInWords(one.from)} 起` }))}
        />
        <Refusal of={write} />
      </Modal>
    </>
  );
}
