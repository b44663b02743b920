import { useState } from 'react';
import { giveOpinion, readAppraisal } from '@guanhu/shared/appraisal/appraisal.routes';
import { urlOf, type AnswerOf } from '@guanhu/shared/kernel/route';
import { newKey } from '../../../platform/api/new-key.ts';
import { useRead } from '../../../platform/api/use-read.ts';
import { useForm } from '../../../platform/drafts/use-form.ts';
import { urlTo } from '../../../platform/navigate';
import { nowInstant } from '../../../platform/now.ts';
import { dismissRefusedOf, submit } from '../../../platform/outbox';
import { useWaiting } from '../../../platform/outbox/use-waiting.ts';
import { appraisalWords } from '../../../words/appraisal.ts';
import { NO_OPINION, opinionBody, type Opinion } from './opinion-form.ts';

type Giving =
  | { readonly at: 'idle' | 'sending' }
  | { readonly at: 'given'; readonly answer: AnswerOf<typeof giveOpinion> }
  | { readonly at: 'refused'; readonly say: string };

/** An opinion on a period: every field is on the phone as soon as it is touched, and it is given with or without signal. */
export function useOpinion(appraisalId: string) {
  const reading = useRead(readAppraisal, { params: { appraisalId }, keep: true });
  const draft = `opinion:${appraisalId}`;
  const [opinion, change] = useForm<Opinion>(draft, NO_OPINION);
  const [giving, setGiving] = useState<Giving>({ at: 'idle' });
  const url = urlOf(giveOpinion, { appraisalId });
  const waits = useWaiting(url, reading.reload);

  const give = async () => {
    const body = reading.value && opinionBody(opinion, reading.value.version);
    if (!body) return;
    setGiving({ at: 'sending' });
    dismissRefusedOf(url);
    const outcome = await submit(giveOpinion, {
      params: { appraisalId },
      body: { ...body, tappedAt: nowInstant() },
      what: appraisalWords.opinion,
      key: newKey(),
      form: { draft, page: urlTo('/packages/appraisal/opinion/index', { appraisalId }) },
    });
    if (outcome.at === 'queued') setGiving({ at: 'idle' });
    else if (outcome.at === 'saved') setGiving({ at: 'given', answer: outcome.value });
    else {
      setGiving({ at: 'refused', say: outcome.refusal.say });
      if (outcome.refusal.code === 'STALE') await reading.reload();
    }
  };
  /** `isWaiting`: given, and on this phone until there is signal. */
  return { reading, opinion, change, giving, give, isWaiting: waits && giving.at === 'idle' };
}
