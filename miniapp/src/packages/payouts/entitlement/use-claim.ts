import { useRef, useState } from 'react';
import { claimEntitlement, readEntitlement } from '@guanhu/shared/payouts/payouts.routes';
import { call } from '../../../platform/api';
import { newKey } from '../../../platform/api/new-key.ts';
import { useRead } from '../../../platform/api/use-read.ts';
import { bankCredits } from '../../../platform/subscribe/bank-credits.ts';
import { openTransfer } from '../../../platform/transfer';
import type { TransferPage } from '../../../platform/transfer/transfer.ts';
import { usePolling } from '../../../platform/use-polling.ts';
import { claimView } from './claim.ts';
import { payoutsWords } from '../../../words/payouts.ts';

const ASK_EVERY_MS = 2_000;

/** Claim → the server creates the bill → WeChat's own page → the server is asked until the money has arrived. */
export function useClaim(entitlementId: string) {
  const reading = useRead(readEntitlement, { params: { entitlementId }, keep: true });
  const payment = reading.value;
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [say, setSay] = useState<string>();
  const key = useRef<string>();

  const view = payment && claimView(payment, asked);
  usePolling(() => void reading.reload(), ASK_EVERY_MS, view?.waits === true && !busy);

  /** Shown is not paid: whatever WeChat's page says, the server is asked. */
  const show = async (page: TransferPage) => {
    const opened = await openTransfer(page);
    if (opened === 'unsupported') setSay(payoutsWords.weChatTooOld);
    else if (opened === 'notShown') setSay(payoutsWords.notOpened);
    else setSay(undefined);
    await reading.reload();
  };

  const claim = async () => {
    void bankCredits(['payout', 'medication', 'visit']);
    key.current ??= newKey();
    setBusy(true);
    setAsked(true);
    setSay(undefined);
    const answer = await call(claimEntitlement, { params: { entitlementId }, key: key.current });
    if (!answer.ok) {
      setSay(answer.refusal.say);
      if (!answer.refusal.unreached) key.current = undefined;
    } else {
      key.current = undefined;
      if (answer.value.transfer) await show(answer.value.transfer);
    }
    await reading.reload();
    setBusy(false);
  };

  const open = async () => {
    if (payment?.transfer) await show(payment.transfer);
  };
  return { reading, payment, view, busy, say, claim, open };
}
