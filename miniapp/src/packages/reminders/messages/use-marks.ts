import { useState } from 'react';
import { acknowledgeMessage, markMessageRead } from '@guanhu/shared/reminders/reminders.routes';
import { submit } from '../../../platform/outbox';
import { remindersWords } from '../../../words/reminders.ts';

type Marked = { readonly messageId: string; readonly readAt: string | null; readonly acknowledgedAt: string | null };

/** Says to the server what the person has opened, or knows of. */
export function useMarks(reload: () => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const read = async ({ messageId, readAt }: Marked) => {
    if (readAt === null) await submit(markMessageRead, { params: { messageId }, body: undefined, what: remindersWords.seenMessage });
  };
  const acknowledge = async (rows: readonly Marked[]) => {
    setBusy(true);
    for (const { messageId } of rows.filter(row => row.acknowledgedAt === null))
      await submit(acknowledgeMessage, { params: { messageId }, body: undefined, what: remindersWords.acknowledge });
    setBusy(false);
    await reload();
  };
  return { read, acknowledge, busy };
}
