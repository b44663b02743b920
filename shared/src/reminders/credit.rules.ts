import type { SubscribeAnswer } from './reminders.terms.ts';

/**
 * What is known of one person's acceptances of one template. WeChat tells of an acceptance twice: to the phone, which tells us, and by
 * an event to the server, and either may be missing. `phoneAhead` and `platformAhead` count those that only one side has told so far.
 */
export type Credit = {
  readonly left: number;
  readonly phoneAhead: number;
  readonly phoneAt: Date | null;
  readonly platformAhead: number;
  readonly platformAt: Date | null;
};
export const NO_CREDIT: Credit = { left: 0, phoneAhead: 0, phoneAt: null, platformAhead: 0, platformAt: null };

export type TemplateKind = 'once' | 'long-term';
export type CreditSource = 'phone' | 'platform';

/** The two tellings of one tap are so near to each other; what is older was told by one side only. */
const SAME_TAP_MS = 10 * 60_000;

/** An acceptance, told by one side. A tap that the other side told already does not count again. A long-term template is accepted once. */
export function accepted(credit: Credit, by: CreditSource, kind: TemplateKind, at: Date): Credit {
  if (kind === 'long-term') return { ...NO_CREDIT, left: 1 };
  const fresh = forgetOld(credit, at);
  const otherAhead = by === 'phone' ? fresh.platformAhead : fresh.phoneAhead;
  if (otherAhead > 0) return by === 'phone' ? { ...fresh, platformAhead: otherAhead - 1 } : { ...fresh, phoneAhead: otherAhead - 1 };
  const counted = { ...fresh, left: fresh.left + 1 };
  return by === 'phone'
    ? { ...counted, phoneAhead: fresh.phoneAhead + 1, phoneAt: at }
    : { ...counted, platformAhead: fresh.platformAhead + 1, platformAt: at };
}

function forgetOld(credit: Credit, at: Date): Credit {
  const isOld = (then: Date | null): boolean => then === null || at.getTime() - then.getTime() > SAME_TAP_MS;
  return {
    ...credit,
    phoneAhead: isOld(credit.phoneAt) ? 0 : credit.phoneAhead,
    platformAhead: isOld(credit.platformAt) ? 0 : credit.platformAhead,
  };
}

/** One message was sent. */
export const spent = (credit: Credit, kind: TemplateKind): Credit =>
  kind === 'long-term' ? credit : { ...credit, left: Math.max(0, credit.left - 1) };

/** Used up (43101), banned, or rejected in the settings: nothing is left, whatever we had counted. */
export const exhausted = (): Credit => NO_CREDIT;

/** What an answer to the question does: an acceptance counts, a ban takes everything, the rest changes nothing. */
export function answered(credit: Credit, answer: SubscribeAnswer, by: CreditSource, kind: TemplateKind, at: Date): Credit {
  if (answer === 'ban') return exhausted();
  return answer === 'reject' || answer === 'filter' ? credit : accepted(credit, by, kind, at);
}
