import { useCallback, useEffect, useRef, useState } from 'react';
import { startReading } from '@guanhu/shared/agreements/signing.routes';
import { call } from '../../../platform/api';
import { newKey } from '../../../platform/api/new-key.ts';
import { agreementsWords } from '../../../words/agreements.ts';

/** `of`: the digest of the text that was handed out. */
type Begun = { readonly readingId: string; readonly readableAt: number; readonly of: string };
type Answer = { readonly readingId: string } | { readonly say: string };
const NOT_BEGUN: { readonly [K in 'readingId' | 'readableAt']?: undefined } = {};

/**
 * The server hands the text out to be read; the signature names this reading and comes no sooner than it could be read.
 * @param contentSha256 of the text that is shown; undefined while there is none to sign
 */
export function useReading(agreementId: string, contentSha256: string | undefined) {
  const [begun, setBegun] = useState<Begun>();
  const [secondsLeft, setSecondsLeft] = useState(0);
  const { readingId, readableAt } = begun?.of === contentSha256 && begun ? begun : NOT_BEGUN;

  const asking = useRef<{ readonly of: string; readonly answer: Promise<Answer> }>(undefined);

  /** @returns the reading's id, or the words for why there is none */
  const begin = useCallback((): Promise<Answer> => {
    if (contentSha256 === undefined) return Promise.resolve({ say: agreementsWords.readFirst });
    if (readingId !== undefined) return Promise.resolve({ readingId });
    // Whoever asks while the server is being asked waits for the same answer: one text is read once.
    if (asking.current?.of === contentSha256) return asking.current.answer;
    const ask = async (): Promise<Answer> => {
      const body = { readingId: newKey(), contentSha256 };
      const answer = await call(startReading, { params: { agreementId }, body, key: newKey() });
      asking.current = undefined;
      if (!answer.ok) return { say: answer.refusal.say };
      setBegun({ readingId: body.readingId, readableAt: Date.now() + answer.value.leastSeconds * 1_000, of: contentSha256 });
      return { readingId: body.readingId };
    };
    const answer = ask();
    asking.current = { of: contentSha256, answer };
    return answer;
  }, [agreementId, contentSha256, readingId]);
  useEffect(() => {
    if (contentSha256 !== undefined && readingId === undefined) void begin();
  }, [begin, contentSha256, readingId]);
  useEffect(() => {
    if (readableAt === undefined) return undefined;
    const look = () => setSecondsLeft(Math.max(0, Math.ceil((readableAt - Date.now()) / 1_000)));
    look();
    const timer = setInterval(look, 1_000);
    return () => clearInterval(timer);
  }, [readableAt]);
  return { begin, secondsLeft };
}
