import { useEffect, useState } from 'react';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import { checkInVisit, readVisit, recordVisit } from '@guanhu/shared/visits/visits.routes';
import { newKey } from '../../../platform/api/new-key.ts';
import { useRead } from '../../../platform/api/use-read.ts';
import { placeNow } from '../../../platform/location';
import { nowInstant } from '../../../platform/now.ts';
import { submit } from '../../../platform/outbox';
import { draftOf, dropDraft, saveDraft, type Draft } from './drafts.ts';
import { recordOf, type Answers } from './visit-form.ts';

export type Saving =
  | { readonly at: 'idle' }
  | { readonly at: 'checkingIn' }
  | { readonly at: 'saving' }
  | { readonly at: 'queued' }
  | { readonly at: 'saved'; readonly recorded: AnswerOf<typeof recordVisit> }
  | { readonly at: 'refused'; readonly say: string };

const FIRST_VERSION = 1;

/** Check-in and record of one visit; every field is on the phone as soon as it is touched. */
export function useVisit(patientId: string, taskId: string | undefined, visitId: string | undefined) {
  const [draft, setDraft] = useState<Draft | undefined>(() => draftOf(patientId));
  const [saving, setSaving] = useState<Saving>({ at: 'idle' });

  // A visit that was checked in on another phone, or whose draft is gone, goes on from the server's row.
  const begun = useRead(readVisit, visitId !== undefined && draft?.visitId !== visitId ? { params: { visitId } } : 'wait').value;
  useEffect(() => {
    if (begun?.state === 'checkedIn' && begun.mine) {
      setDraft({ visitId: begun.visitId, checkedInAt: begun.at, version: begun.version, answers: {}, savedAt: nowInstant() });
    }
  }, [begun]);

  const keep = (next: Draft) => {
    setDraft(next);
    saveDraft(patientId, next);
  };

  const checkIn = async () => {
    setSaving({ at: 'checkingIn' });
    const at = nowInstant();
    const place = await placeNow();
    const id = newKey();
    keep({ visitId: id, checkedInAt: at, version: FIRST_VERSION, answers: {}, savedAt: at });
    const outcome = await submit(checkInVisit, {
      params: { patientId },
      body: { visitId: id, at, ...(taskId === undefined ? {} : { taskId }), ...(place === undefined ? {} : { place }) },
      what: '随访签到',
      key: id,
    });
    if (outcome.at === 'refused') {
      dropDraft(patientId);
      setDraft(undefined);
      setSaving({ at: 'refused', say: outcome.refusal.say });
      return;
    }
    if (outcome.at === 'saved') keep({ visitId: id, checkedInAt: at, version: outcome.value.version, answers: {}, savedAt: at });
    setSaving({ at: 'idle' });
  };

  const fill = (answers: Answers) => {
    if (draft) keep({ ...draft, answers, savedAt: nowInstant() });
    if (saving.at === 'refused') setSaving({ at: 'idle' });
  };

  const complete = async () => {
    const record = draft && recordOf(draft.answers);
    if (!record) return;
    setSaving({ at: 'saving' });
    const outcome = await submit(recordVisit, {
      params: { visitId: draft.visitId },
      body: { version: draft.version, record },
      what: '随访记录',
    });
    if (outcome.at === 'refused') {
      setSaving({ at: 'refused', say: outcome.refusal.say });
      return;
    }
    dropDraft(patientId);
    setSaving(outcome.at === 'saved' ? { at: 'saved', recorded: outcome.value } : { at: 'queued' });
  };
  return { draft, saving, checkIn, fill, complete };
}
