import { useRef, useState } from 'react';
import { makeApplication } from '@guanhu/shared/agreements/application.routes';
import { addDays, addMonths } from '@guanhu/shared/kernel/calendar-date';
import { urlOf } from '@guanhu/shared/kernel/route';
import { newKey } from '../../../platform/api/new-key.ts';
import { useForm } from '../../../platform/drafts/use-form.ts';
import { urlTo } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { dismissRefusedOf, submit } from '../../../platform/outbox';
import { useWaiting } from '../../../platform/outbox/use-waiting.ts';
import { useSpoken } from '../../../ui/voice-note/use-spoken.ts';
import type { saidWith } from '../../../ui/voice-note/voice-note.tsx';
import { agreementsWords } from '../../../words/agreements.ts';

export type YesNo = 'yes' | 'no';
/** An application as far as it has been filled in; what is said lies with what is sent. */
export type ApplyForm = {
  readonly together?: YesNo;
  readonly cares?: YesNo;
  readonly words: string;
  readonly files: readonly string[];
};
type Applying = { readonly at: 'idle' | 'sending' | 'done' | 'queued' } | { readonly at: 'refused'; readonly say: string };

/** A guardian applies for the reward, a year from today, with or without signal; every field is on the phone as soon as it is touched. */
export function useApply(patientId: string) {
  const draft = `reward-apply:${patientId}`;
  const [form, change] = useForm<ApplyForm>(draft, { words: '', files: [] });
  const [applying, setApplying] = useState<Applying>({ at: 'idle' });
  // The application is one, however often it is sent.
  const ids = useRef({ key: newKey(), applicationId: newKey() });
  const url = urlOf(makeApplication, { patientId });
  const waits = useWaiting(url);
  const [spoken, setSpoken] = useSpoken(url);
  const apply = async (said: ReturnType<typeof saidWith>) => {
    const { together, cares, files } = form;
    if (together === undefined || cares === undefined) return;
    const from = phoneToday();
    setApplying({ at: 'sending' });
    dismissRefusedOf(url);
    const outcome = await submit(makeApplication, {
      params: { patientId },
      what: agreementsWords.application,
      key: ids.current.key,
      body: {
        applicationId: ids.current.applicationId,
        from,
        to: addDays(addMonths(from, 12), -1),
        livesTogether: together === 'yes',
        reallyCares: cares === 'yes',
        files: [...files],
        ...said,
      },
      form: { draft, page: urlTo('/packages/agreements/apply/index', { patientId }) },
    });
    if (outcome.at !== 'refused') {
      setApplying({ at: outcome.at === 'queued' ? 'queued' : 'done' });
      return;
    }
    ids.current = { key: newKey(), applicationId: newKey() };
    setApplying({ at: 'refused', say: outcome.refusal.say });
  };
  return { form, change, spoken, setSpoken, applying, apply, isWaiting: applying.at === 'queued' || (waits && applying.at === 'idle') };
}
