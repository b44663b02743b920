import type { ReminderPolicy } from '../policy/policy.terms.ts';
import { SENDING_CHANNELS, type AttemptState, type MessageState, type Purpose, type SendingChannel } from './reminders.terms.ts';

export type Attempt = { readonly channel: SendingChannel; readonly state: AttemptState };

/** What follows an attempt: the person was told, the same way is tried later, or the next way is. */
export function followUp(state: AttemptState): 'told' | 'again' | 'next' {
  if (state === 'sent') return 'told';
  return state === 'waiting' || state === 'sending' ? 'again' : 'next';
}

/** Whether a message of this purpose may go by this channel at all. */
const isOpen = (channel: SendingChannel, purpose: Purpose, policy: ReminderPolicy): boolean =>
  channel === 'wechat' || policy.smsFor.includes(purpose);

/** The channel to try now: the first that is neither done with nor closed to this purpose. Null: nobody is told by us any more. */
export function nextChannel(attempts: readonly Attempt[], purpose: Purpose, policy: ReminderPolicy): SendingChannel | null {
  for (const channel of SENDING_CHANNELS) {
    const state = attempts.find(attempt => attempt.channel === channel)?.state;
    if (state === undefined ? isOpen(channel, purpose, policy) : followUp(state) === 'again') return channel;
    if (state === 'sent') return null;
  }
  return null;
}

/**
 * How an alarm goes on through a channel, whatever the others came to. Alarms are told at least once: what may or may not have arrived is
 * sent again, and says that it is the same.
 */
export function alarmStep(state: AttemptState | undefined): 'send' | 'sendAgain' | 'done' {
  if (state === undefined || state === 'waiting') return 'send';
  return state === 'sending' || state === 'doubtful' ? 'sendAgain' : 'done';
}

/** Seconds until an alarm is tried again after its n-th round, counted from 1; the last repeats. */
const ALARM_PAUSES = [1, 2, 5, 10, 30] as const;
export const alarmPauseSeconds = (round: number): number => ALARM_PAUSES[Math.min(round, ALARM_PAUSES.length) - 1] ?? 1;
/** After so long an alarm is no longer news: the telephone list has taken its place. */
export const ALARM_MOST_MS = 30 * 60_000;

/** How far the message has got: certainly sent, or what the first way that could have worked came to. */
export function messageState(attempts: readonly Attempt[]): MessageState {
  const states = attempts.map(attempt => attempt.state);
  if (states.includes('sent')) return 'sent';
  const live = states.find(state => state === 'sending' || state === 'waiting');
  if (live) return live;
  // A doubt outweighs a refusal: somebody may have been told after all. Otherwise the first way that there was says why.
  if (states.includes('doubtful')) return 'doubtful';
  const why = states.find(state => state !== 'none');
  if (why === undefined) return states.length === 0 ? 'waiting' : 'noCredit';
  return why === 'failed' ? 'failed' : 'noCredit';
}
