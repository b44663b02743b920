import { useState } from 'react';
import { makeObjection, recordObjection } from '@guanhu/shared/appraisal/objections.routes';
import { urlOf } from '@guanhu/shared/kernel/route';
import { newKey } from '../../../platform/api/new-key.ts';
import { useForm } from '../../../platform/drafts/use-form.ts';
import { urlTo } from '../../../platform/navigate';
import { nowInstant } from '../../../platform/now.ts';
import { dismissRefusedOf, submit } from '../../../platform/outbox';
import { useWaiting } from '../../../platform/outbox/use-waiting.ts';
import { useSpoken } from '../../../ui/voice-note/use-spoken.ts';
import { saidWith } from '../../../ui/voice-note/voice-note.tsx';
import { appraisalWords } from '../../../words/appraisal.ts';

type Objecting = { readonly at: 'idle' | 'sending' | 'queued' | 'sent' } | { readonly at: 'refused'; readonly say: string };

/**
 * An objection, one's own or `behalf` of a guardian: what is typed is on the phone as soon as it is touched, and there again, with the
 * recording, when it was not taken.
 */
export function useObjection(appraisalId: string, behalf: string | undefined) {
  const route = behalf === undefined ? makeObjection : recordObjection;
  const url = urlOf(route, { appraisalId });
  const draft = behalf === undefined ? `objection:${appraisalId}` : `objection-for-guardian:${appraisalId}`;
  const [words, type] = useForm(draft, '');
  const [spoken, setSpoken] = useSpoken(url);
  const [objecting, setObjecting] = useState<Objecting>({ at: 'idle' });
  const waits = useWaiting(url);
  const said = saidWith(words, spoken);
  const object = async () => {
    if (!said) return;
    setObjecting({ at: 'sending' });
    dismissRefusedOf(url);
    const { words: typed, voice } = said;
    const objectionId = newKey();
    const outcome = await submit(route, {
      params: { appraisalId },
      body: {
        objectionId,
        tappedAt: nowInstant(),
        ...(typed === undefined ? {} : { words: typed }),
        ...(voice === undefined ? {} : { voice: { fileId: newKey(), content: voice } }),
      },
      what: appraisalWords.objection,
      key: objectionId,
      form: { draft, page: urlTo('/packages/appraisal/objection/index', { appraisalId, behalf }) },
    });
    if (outcome.at === 'refused') setObjecting({ at: 'refused', say: outcome.refusal.say });
    else setObjecting({ at: outcome.at === 'queued' ? 'queued' : 'sent' });
  };
  /** On this phone until there is signal. */
  const isWaiting = objecting.at === 'queued' || (waits && objecting.at === 'idle');
  return { words, type, spoken, setSpoken, objecting, object, maySend: said !== undefined, isWaiting };
}
