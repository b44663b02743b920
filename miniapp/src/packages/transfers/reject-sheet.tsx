import { useState } from 'react';
import { TextArea } from '../../ui/form/fields.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import { transfersWords } from '../../words/transfers.ts';

type RejectSheetProps = {
  readonly open: boolean;
  readonly busy: boolean;
  readonly onReject: (reason: string) => void;
  readonly onClose: () => void;
};

/** A handover is sent back with a reason, and not without one. */
export function RejectSheet({ open, busy, onReject, onClose }: RejectSheetProps) {
  const [reason, setReason] = useState('');
  return (
    <Sheet
      open={open}
      title={transfersWords.rejectAsk}
      confirm={transfersWords.reject}
      danger
      busy={busy}
      onConfirm={() => {
        if (reason.trim() !== '') onReject(reason.trim());
      }}
      onClose={onClose}
    >
      <TextArea value={reason} placeholder={transfersWords.rejectWords} most={200} onChange={setReason} />
    </Sheet>
  );
}
