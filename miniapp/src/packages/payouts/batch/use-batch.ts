import { useRef, useState } from 'react';
import { checkBatch, readBatch, returnBatch } from '@guanhu/shared/payouts/payouts.routes';
import { call } from '../../../platform/api';
import { newKey } from '../../../platform/api/new-key.ts';
import { useRead } from '../../../platform/api/use-read.ts';

/** The checker's part on the phone: agree, or send back with a reason. Releasing is done at the desk. */
export function useBatch(batchId: string) {
  const reading = useRead(readBatch, { params: { batchId } });
  const [busy, setBusy] = useState(false);
  const [say, setSay] = useState<string>();
  const key = useRef<string>();

  const decide = async (reason: string | undefined) => {
    if (!reading.value) return;
    const { version } = reading.value;
    key.current ??= newKey();
    setBusy(true);
    const answer =
      reason === undefined
        ? await call(checkBatch, { params: { batchId }, body: { version }, key: key.current })
        : await call(returnBatch, { params: { batchId }, body: { version, reason }, key: key.current });
    setBusy(false);
    if (answer.ok || !answer.refusal.unreached) key.current = undefined;
    setSay(answer.ok ? undefined : answer.refusal.say);
    await reading.reload();
  };
  return { reading, busy, say, check: () => decide(undefined), sendBack: (reason: string) => decide(reason) };
}
