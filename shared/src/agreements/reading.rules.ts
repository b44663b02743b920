import { grant, refuse, type Decision } from '../kernel/decision.ts';

/** That a text was handed out to be read. */
export type Reading = { readonly personId: string; readonly sessionId: string; readonly contentSha256: string; readonly startedAt: Date };

export type Signing = {
  readonly personId: string;
  readonly sessionId: string;
  /** Of the text on file. */
  readonly contentSha256: string;
  /** What the phone says: the last section was shown. */
  readonly readToEnd: boolean;
  readonly now: Date;
};

/**
 * Whether a text counts as read when it is signed. What the phone says is not enough: the text was handed to this very session, it is the
 * text on file, and nobody reads it in less than `leastSeconds`.
 */
export function decideRead(reading: Reading | undefined, signing: Signing, leastSeconds: number): Decision<true> {
  const isOwn = reading?.personId === signing.personId && reading.sessionId === signing.sessionId;
  if (!reading || !isOwn || !signing.readToEnd) return refuse('AGREEMENT_NOT_READ');
  if (reading.contentSha256 !== signing.contentSha256) return refuse('AGREEMENT_TEXT_CHANGED');
  return signing.now.getTime() - reading.startedAt.getTime() < leastSeconds * 1_000 ? refuse('AGREEMENT_READ_TOO_FAST') : grant(true);
}
