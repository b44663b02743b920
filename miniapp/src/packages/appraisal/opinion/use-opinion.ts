import { useRef, useState } from 'react';
import { giveOpinion, readAppraisal } from '@guanhu/shared/appraisal/appraisal.routes';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import { call } from '../../../platform/api';
import { newKey } from '../../../platform/api/new-key.ts';
import { useRead } from '../../../platform/api/use-read.ts';
import { NO_OPINION, opinionBody, type Opinion } from './opinion-form.ts';

export type Giving =
  | { readonly at: 'idle' | 'sending' }
  | { readonly at: 'given'; readonly answer: AnswerOf<typeof giveOpinion> }
  | { readonly at: 'refused'; readonly say: string };

export function useOpinion(appraisalId: string) {
  const reading = useRead(readAppraisal, { params: { appraisalId } });
  const [opinion, setOpinion] = useState<Opinion>(NO_OPINION);
  const [giving, setGiving] = useState<Giving>({ at: 'idle' });
  const key = useRef<string>();

  const give = async () => {
    const body = reading.value && opinionBody(opinion, reading.value.version);
    if (!body) return;
    key.current ??= newKey();
    setGiving({ at: 'sending' });
    const answer = await call(giveOpinion, { params: { appraisalId }, body, key: key.current });
    if (answer.ok) {
      setGiving({ at: 'given', answer: answer.value });
      return;
    }
    if (!answer.refusal.unreached) key.current = undefined;
    setGiving({ at: 'refused', say: answer.refusal.say });
    if (answer.refusal.code === 'STALE') await reading.reload();
  };
  return {
    reading,
    opinion,
    giving,
    give,
    change: (next: Opinion) => {
      key.current = undefined;
      setOpinion(next);
    },
  };
}
