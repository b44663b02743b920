import { useEffect, useRef, useState } from 'react';
import {
  acknowledgeIncident,
  addIncidentFile,
  addToIncident,
  markIncidentRead,
  readIncident,
} from '@guanhu/shared/incidents/incidents.routes';
import type { UnfiledSource } from '@guanhu/shared/incidents/incidents.terms';
import { newKey } from '../../../platform/api/new-key.ts';
import { useRead } from '../../../platform/api/use-read.ts';
import { placeNow } from '../../../platform/location';
import type { Place } from '../../../platform/location/place.ts';
import { nowInstant } from '../../../platform/now.ts';
import { submit, submitPhoto } from '../../../platform/outbox';
import type { Outcome } from '../../../platform/outbox/outbox.ts';
import type { KeptPhoto } from '../../../platform/photo/photo.ts';
import { bankCredits } from '../../../platform/subscribe/bank-credits.ts';
import { usePolling } from '../../../platform/use-polling.ts';
import { commonWords } from '../../../words/common.ts';
import { incidentsWords } from '../../../words/incidents.ts';

const ASK_EVERY_MS = 4_000;

/** A file to an incident; its key is the id that it has at the server. */
type FileMeant = { readonly params: { readonly incidentId: string }; readonly what: string; readonly key: string };

/** One incident as it goes on: who has read it, who is on it; opening it is reading it. */
export function useIncident(incidentId: string) {
  const reading = useRead(readIncident, { params: { incidentId }, keep: true });
  const incident = reading.value;
  const [say, setSay] = useState<string>();
  const [busy, setBusy] = useState(false);
  usePolling(() => void reading.reload(), ASK_EVERY_MS, true);

  const marked = useRef(false);
  const mine = incident?.receipts.find(receipt => receipt.mine);
  const unread = mine?.state === 'told' || mine?.state === 'notTold';
  const { reload } = reading;
  useEffect(() => {
    // What became worse is to be read anew.
    if (!unread) marked.current = false;
    if (!unread || marked.current) return;
    marked.current = true;
    void submit(markIncidentRead, { params: { incidentId }, body: undefined, what: incidentsWords.seenIncident, urgent: true }).then(
      reload,
    );
  }, [unread, incidentId, reload]);

  const acknowledge = async () => {
    void bankCredits(['incident']);
    setBusy(true);
    const outcome = await submit(acknowledgeIncident, {
      params: { incidentId },
      body: undefined,
      what: incidentsWords.answerIncident,
      urgent: true,
    });
    setBusy(false);
    setSay(outcome.at === 'refused' ? outcome.refusal.say : outcome.at === 'queued' ? incidentsWords.answerWaits : undefined);
    await reload();
  };

  /** Words, a place or how it is known, after the tap; the report has gone before them. */
  const add = async (more: { note: string } | { place: Place } | { source: UnfiledSource }) => {
    setBusy(true);
    const key = newKey();
    const body = { additionId: key, tappedAt: nowInstant(), ...more };
    const outcome = await submit(addToIncident, { params: { incidentId }, body, what: incidentsWords.moreOnIncident, urgent: true, key });
    setBusy(false);
    setSay(outcome.at === 'refused' ? outcome.refusal.say : outcome.at === 'queued' ? incidentsWords.wordsWait : incidentsWords.added);
    await reload();
    return outcome.at !== 'refused';
  };
  const addPlace = async () => {
    setBusy(true);
    const place = await placeNow();
    setBusy(false);
    if (place) await add({ place });
    else setSay(incidentsWords.noPlace);
  };
  const addFile = async (send: (meant: FileMeant) => Promise<Outcome<unknown>>) => {
    setBusy(true);
    const key = newKey();
    const outcome = await send({ params: { incidentId }, what: incidentsWords.moreOnIncident, key });
    setBusy(false);
    setSay(outcome.at === 'refused' ? outcome.refusal.say : outcome.at === 'queued' ? commonWords.keptOnPhone : incidentsWords.added);
    await reload();
  };
  /** A photograph waits as a file of its own, and goes after everything that is said. */
  const addPhoto = (photo: KeptPhoto) => addFile(meant => submitPhoto(addIncidentFile, { ...meant, body: { fileId: meant.key }, photo }));
  const addRecording = (content: string) => addFile(meant => submit(addIncidentFile, { ...meant, body: { fileId: meant.key, content } }));
  return {
    reading,
    incident,
    busy,
    say,
    acknowledge,
    addWords: (note: string) => add({ note }),
    addSource: (source: UnfiledSource) => void add({ source }),
    addPlace,
    addPhoto,
    addRecording,
  };
}
