import { useState } from 'react';
import { urlOf } from '@guanhu/shared/kernel/route';
import { makeRequest } from '@guanhu/shared/rights/requests.routes';
import type { RequestKind } from '@guanhu/shared/rights/rights.terms';
import { newKey } from '../../../platform/api/new-key.ts';
import { useForm } from '../../../platform/drafts/use-form.ts';
import { urlTo } from '../../../platform/navigate';
import { dismissRefusedOf, submit } from '../../../platform/outbox';
import { useWaiting } from '../../../platform/outbox/use-waiting.ts';
import { useSpoken } from '../../../ui/voice-note/use-spoken.ts';
import { saidWith } from '../../../ui/voice-note/voice-note.tsx';
import { rightsWords } from '../../../words/rights.ts';

type RequestForm = { readonly kind?: RequestKind; readonly words: string };
type Asking = { readonly at: 'idle' | 'sending' | 'queued' | 'sent' } | { readonly at: 'refused'; readonly say: string };

/**
 * A request to the office: what is chosen and typed is on the phone as soon as it is touched, and there again, with the recording, when it
 * was not taken.
 */
export function useRequest(patientId: string) {
  const url = urlOf(makeRequest, { patientId });
  const draft = `request:${patientId}`;
  const [form, change] = useForm<RequestForm>(draft, { words: '' });
  const [spoken, setSpoken] = useSpoken(url);
  const [asking, setAsking] = useState<Asking>({ at: 'idle' });
  const waits = useWaiting(url);
  const { kind, words } = form;
  const said = saidWith(words, spoken);
  const ask = async () => {
    if (kind === undefined || !said) return;
    setAsking({ at: 'sending' });
    dismissRefusedOf(url);
    const requestId = newKey();
    const outcome = await submit(makeRequest, {
      params: { patientId },
      body: { requestId, kind, ...said },
      what: rightsWords.request,
      key: requestId,
      form: { draft, page: urlTo('/packages/rights/request/index', { patientId }) },
    });
    if (outcome.at === 'refused') setAsking({ at: 'refused', say: outcome.refusal.say });
    else setAsking({ at: outcome.at === 'queued' ? 'queued' : 'sent' });
  };
  const maySend = kind !== undefined && said !== undefined;
  /** On this phone until there is signal. */
  const isWaiting = asking.at === 'queued' || (waits && asking.at === 'idle');
  return { form, change, spoken, setSpoken, asking, ask, maySend, isWaiting };
}
