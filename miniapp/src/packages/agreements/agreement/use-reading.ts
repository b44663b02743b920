import { useEffect, useState } from 'react';
import { startReading } from '@guanhu/shared/agreements/signing.routes';
import { call } from '../../../platform/api';
import { newKey } from '../../../platform/api/new-key.ts';

type Begun = { readonly readingId: string; readonly readableAt: number };

/**
 * The server hands the text out to be read; the signature names this reading and comes no sooner than it could be read.
 * @param contentSha256 of the text that is shown; undefined while there is none to sign
 */
export function useReading(agreementId: string, contentSha256: string | undefined) {
  const [begun, setBegun] = useState<Begun & { readonly of: string }>();
  const [secondsLeft, setSecondsLeft] = useState(0);
  const own = begun?.of === contentSha256 ? begun : undefined;

  /** @returns the reading's id, or the words for why there is none */
  const begin = async (): Promise<{ readonly readingId: string } | { readonly say: string }> => {
    if (contentSha256 === undefined) return { say: '请先看协议' };
    if (own) return { readingId: own.readingId };
    const readingId = newKey();
    const answer = await call(startReading, { params: { agreementId }, body: { readingId, contentSha256 }, key: newKey() });
    if (!answer.ok) return { say: answer.refusal.say };
    setBegun({ readingId, readableAt: Date.now() + answer.value.leastSeconds * 1_000, of: contentSha256 });
    return { readingId };
  };
  useEffect(() => {
    if (contentSha256 !== undefined) void begin();
    // Once for each text.
  }, [contentSha256]);
  useEffect(() => {
    if (!own) return undefined;
    const look = () => setSecondsLeft(Math.max(0, Math.ceil((own.readableAt - Date.now()) / 1_000)));
    look();
    const timer = setInterval(look, 1_000);
    return () => clearInterval(timer);
  }, [own?.readingId]);
  return { begin, secondsLeft };
}
