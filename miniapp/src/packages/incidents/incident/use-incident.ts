import { useEffect, useRef, useState } from 'react';
import { acknowledgeIncident, markIncidentRead, readIncident, reportIncident } from '@guanhu/shared/incidents/incidents.routes';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import { newKey } from '../../../platform/api/new-key.ts';
import { useRead } from '../../../platform/api/use-read.ts';
import { nowInstant } from '../../../platform/now.ts';
import { submit } from '../../../platform/outbox';
import { bankCredits } from '../../../platform/subscribe/bank-credits.ts';
import { usePolling } from '../../../platform/use-polling.ts';

const ASK_EVERY_MS = 4_000;

type Incident = AnswerOf<typeof readIncident>;

/** One incident as it goes on: who has read it, who is on it; opening it is reading it. */
export function useIncident(incidentId: string) {
  const reading = useRead(readIncident, { params: { incidentId } });
  const incident = reading.value;
  const [say, setSay] = useState<string>();
  const [busy, setBusy] = useState(false);
  usePolling(() => void reading.reload(), ASK_EVERY_MS, true);

  const marked = useRef(false);
  const mine = incident?.receipts.find(receipt => receipt.mine);
  const unread = mine?.state === 'told' || mine?.state === 'notTold';
  const { reload } = reading;
  useEffect(() => {
    if (!unread || marked.current) return;
    marked.current = true;
    void submit(markIncidentRead, { params: { incidentId }, body: undefined, what: '已看到情况', urgent: true }).then(reload);
  }, [unread, incidentId, reload]);

  const acknowledge = async () => {
    void bankCredits(['incident']);
    setBusy(true);
    const outcome = await submit(acknowledgeIncident, { params: { incidentId }, body: undefined, what: '回应情况', urgent: true });
    setBusy(false);
    setSay(outcome.at === 'refused' ? outcome.refusal.say : outcome.at === 'queued' ? '没有网，回应还在手机里，请先打电话' : undefined);
    await reload();
  };

  /** Words after the tap: a second report of the same thing, which the server joins to the first. */
  const addWords = async (to: Incident, note: string) => {
    setBusy(true);
    const id = newKey();
    const body = { incidentId: id, kind: to.kind, happenedAt: nowInstant(), note };
    const outcome = await submit(reportIncident, { params: { patientId: to.patientId }, body, what: '情况补充', urgent: true, key: id });
    setBusy(false);
    setSay(outcome.at === 'refused' ? outcome.refusal.say : outcome.at === 'queued' ? '没有网，这几句话还在手机里' : '已经加上了');
    await reload();
    return outcome.at !== 'refused';
  };
  return { reading, incident, mine, busy, say, acknowledge, addWords };
}
