import { useRef, useState } from 'react';
import { readAgreement, signAgreement } from '@guanhu/shared/agreements/agreements.routes';
import { call } from '../../../platform/api';
import { newKey } from '../../../platform/api/new-key.ts';
import { useRead } from '../../../platform/api/use-read.ts';
import type { Stroke } from '../../../platform/canvas/strokes.ts';
import { useReading } from './use-reading.ts';
import { bankCredits } from '../../../platform/subscribe/bank-credits.ts';

export type Signing =
  { readonly at: 'idle' } | { readonly at: 'sending' } | { readonly at: 'signed' } | { readonly at: 'refused'; readonly say: string };

/** The text, how far it has been read, and the signature under exactly that text. */
export function useAgreement(agreementId: string) {
  const reading = useRead(readAgreement, { params: { agreementId }, keep: true });
  const [section, setSection] = useState(0);
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const [signing, setSigning] = useState<Signing>({ at: 'idle' });
  // One signature is one intent: a retry after a lost answer must not sign twice.
  const key = useRef<string>();

  const agreement = reading.value;
  // A copy that the phone kept may be of a text that is signed by now: nobody begins to read it.
  const toSign = agreement?.may.sign && !reading.loading ? agreement.contentSha256 : undefined;
  const { begin, secondsLeft } = useReading(agreementId, toSign);
  const readToEnd = agreement !== undefined && section >= agreement.sections.length - 1;

  const sign = async () => {
    if (!agreement) return;
    void bankCredits(['payout', 'medication', 'visit']);
    key.current ??= newKey();
    setSigning({ at: 'sending' });
    const begun = await begin();
    if ('say' in begun) {
      setSigning({ at: 'refused', say: begun.say });
      return;
    }
    const answer = await call(signAgreement, {
      params: { agreementId },
      key: key.current,
      body: {
        version: agreement.version,
        contentSha256: agreement.contentSha256,
        readingId: begun.readingId,
        readToEnd,
        strokes: strokes.map(stroke => stroke.map(([x, y]): [number, number] => [x, y])),
      },
    });
    if (answer.ok) {
      setSigning({ at: 'signed' });
      return;
    }
    if (!answer.refusal.unreached) key.current = undefined;
    setSigning({ at: 'refused', say: answer.refusal.say });
    if (answer.refusal.code === 'STALE' || answer.refusal.code === 'AGREEMENT_TEXT_CHANGED') {
      setSection(0);
      setStrokes([]);
      await reading.reload();
    }
  };
  return {
    reading,
    agreement,
    section,
    next: () => setSection(section + 1),
    previous: () => setSection(Math.max(section - 1, 0)),
    readToEnd,
    secondsLeft,
    strokes,
    setStrokes: (next: readonly Stroke[]) => {
      key.current = undefined;
      setStrokes(next);
    },
    signing,
    sign,
  };
}
