import { useState } from 'react';
import type { EntryWhat } from '@guanhu/shared/incidents/handling.rules';
import { addEntry, beginHandling, readHandling } from '@guanhu/shared/incidents/handling.routes';
import { newKey } from '../../../platform/api/new-key.ts';
import { useRead } from '../../../platform/api/use-read.ts';
import { nowInstant } from '../../../platform/now.ts';
import { submit } from '../../../platform/outbox';
import { usePolling } from '../../../platform/use-polling.ts';
import { incidentsWords } from '../../../words/incidents.ts';

const ASK_EVERY_MS = 8_000;

/** The joint handling of an incident as it goes on; what is written here is kept on the phone until it has arrived. */
export function useHandling(incidentId: string) {
  const reading = useRead(readHandling, { params: { incidentId } });
  const [busy, setBusy] = useState(false);
  const [say, setSay] = useState<string>();
  usePolling(() => void reading.reload(), ASK_EVERY_MS, true);

  const told = async (outcome: { readonly at: string; readonly refusal?: { readonly say: string } }) => {
    setBusy(false);
    setSay(outcome.at === 'refused' ? outcome.refusal?.say : outcome.at === 'queued' ? incidentsWords.noSignalKept : undefined);
    await reading.reload();
    return outcome.at !== 'refused';
  };
  /** @returns whether it was taken, now or as soon as there is a signal */
  const write = async (what: EntryWhat) => {
    setBusy(true);
    const entryId = newKey();
    const body = { entryId, at: nowInstant(), what };
    return told(await submit(addEntry, { params: { incidentId }, body, what: incidentsWords.handlingNote, urgent: true, key: entryId }));
  };
  const begin = async () => {
    setBusy(true);
    return told(await submit(beginHandling, { params: { incidentId }, body: undefined, what: incidentsWords.begin, urgent: true }));
  };
  return { reading, busy, say, write, begin };
}
