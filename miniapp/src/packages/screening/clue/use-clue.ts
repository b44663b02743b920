import { useEffect, useRef, useState } from 'react';
import { reportClue } from '@guanhu/shared/screening/clue.routes';
import { newKey } from '../../../platform/api/new-key.ts';
import { drafts } from '../../../platform/drafts';
import { urlTo } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { dismissRefused, submit } from '../../../platform/outbox';
import { session, useSessionKnown } from '../../../platform/session';
import { screeningWords } from '../../../words/screening.ts';
import { blankClue, clueBody, type ClueForm } from './clue-form.ts';

export type Sending =
  { readonly at: 'idle' | 'sending' } | { readonly at: 'saved' | 'queued' } | { readonly at: 'refused'; readonly say: string };

/** The clue that is being written; one that was sent has a name of its own until the server has it. */
const BEGUN = 'clue';
const sentName = (clueId: string): string => `clue:${clueId}`;
const me = () => session()?.me.personId ?? '';
const thisYear = () => Number(phoneToday().slice(0, 4));

/** Writing a clue: every field is on the phone as soon as it is touched. `sentId`: one that the server did not take. */
export function useClue(sentId: string | undefined) {
  const [form, show] = useState(() => begun(sentId) ?? blankClue(newKey()));
  const [sending, setSending] = useState<Sending>({ at: 'idle' });
  const standing = useRef(form);
  const touched = useRef(false);
  // A page that opens with the app is there before what lies enciphered is open.
  const known = useSessionKnown();
  useEffect(() => {
    const before = known && !touched.current ? begun(sentId) : undefined;
    if (before === undefined) return;
    standing.current = before;
    show(before);
  }, [known, sentId]);
  const keep = (next: ClueForm) => {
    touched.current = true;
    standing.current = next;
    drafts.save(me(), next.sentAs === undefined ? BEGUN : sentName(next.clueId), next);
    show(next);
  };
  const change = (part: Partial<ClueForm>) => {
    keep({ ...standing.current, ...part });
    if (sending.at === 'refused') setSending({ at: 'idle' });
  };
  const send = async (areaId: string) => {
    const now = { ...standing.current, areaId };
    const body = clueBody(now, thisYear());
    if (body === undefined || sending.at === 'sending') return;
    setSending({ at: 'sending' });
    if (now.sentAs !== undefined) dismissRefused(now.sentAs);
    const key = newKey();
    keep({ ...now, sentAs: key });
    if (now.sentAs === undefined) drafts.drop(me(), BEGUN);
    const outcome = await submit(reportClue, {
      params: { areaId },
      body,
      what: screeningWords.clue,
      key,
      form: { draft: sentName(now.clueId), page: urlTo('/packages/screening/clue/index', { clueId: now.clueId }) },
    });
    if (outcome.at !== 'refused') {
      setSending({ at: outcome.at });
      return;
    }
    // The person stands before it: it is theirs again, as it was.
    const { sentAs: _, ...again } = standing.current;
    drafts.drop(me(), sentName(now.clueId));
    keep(again);
    setSending({ at: 'refused', say: outcome.refusal.say });
  };
  const another = () => {
    touched.current = true;
    standing.current = blankClue(newKey());
    show(standing.current);
    setSending({ at: 'idle' });
  };
  return { form, sending, change, send, another };
}

const begun = (sentId: string | undefined): ClueForm | undefined =>
  drafts.of<ClueForm>(me(), sentId === undefined ? BEGUN : sentName(sentId));
