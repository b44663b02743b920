import fc from 'fast-check';
import { SHIPPED_POLICIES } from '../policy/shipped-policies.ts';
import { alarmPauseSeconds, alarmStep, messageState, nextChannel, type Attempt } from './channel.rules.ts';
import { ATTEMPT_STATES, PURPOSE_KEYS, SENDING_CHANNELS, type AttemptState } from './reminders.terms.ts';

const policy = SHIPPED_POLICIES.reminder;
const wechat = (state: AttemptState): Attempt => ({ channel: 'wechat', state });
const sms = (state: AttemptState): Attempt => ({ channel: 'sms', state });

it.each<[string, readonly Attempt[], string | null]>([
  ['nothing was tried', [], 'wechat'],
  ['WeChat was busy', [wechat('waiting')], 'wechat'],
  ['WeChat has it', [wechat('sent')], null],
  ['there is no credit', [wechat('noCredit')], 'sms'],
  ['WeChat refused', [wechat('failed')], 'sms'],
  ['its answer was lost', [wechat('doubtful')], 'sms'],
  ['the person has no account', [wechat('none')], 'sms'],
  ['the text message is waiting', [wechat('noCredit'), sms('waiting')], 'sms'],
  ['neither went', [wechat('noCredit'), sms('failed')], null],
])('when %s', (_, attempts, channel) => {
  expect(nextChannel(attempts, 'medication', policy)).toBe(channel);
});

it('spends text messages on nothing that the policy does not name', () => {
  expect(nextChannel([wechat('noCredit')], 'task', policy)).toBeNull();
  expect(nextChannel([wechat('noCredit')], 'medication', { ...policy, smsFor: [] })).toBeNull();
});

it('ends: every way is tried at most once to its end, and a message that was sent is never sent again', () => {
  const ends = fc.constantFrom(...ATTEMPT_STATES.filter(state => state !== 'waiting' && state !== 'sending'));
  fc.assert(
    fc.property(fc.constantFrom(...PURPOSE_KEYS), fc.array(ends, { minLength: 2, maxLength: 2 }), (purpose, outcomes) => {
      const attempts: Attempt[] = [];
      for (let channel = nextChannel(attempts, purpose, policy); channel; channel = nextChannel(attempts, purpose, policy)) {
        expect(attempts.some(one => one.channel === channel || one.state === 'sent')).toBe(false);
        attempts.push({ channel, state: outcomes[SENDING_CHANNELS.indexOf(channel)] ?? 'failed' });
      }
      expect(attempts.length).toBeLessThanOrEqual(SENDING_CHANNELS.length);
    }),
  );
});

it.each<[readonly Attempt[], string]>([
  [[], 'waiting'],
  [[wechat('sending')], 'sending'],
  [[wechat('noCredit')], 'noCredit'],
  [[wechat('none')], 'noCredit'],
  [[wechat('noCredit'), sms('sent')], 'sent'],
  [[wechat('doubtful'), sms('failed')], 'doubtful'],
  [[wechat('failed'), sms('none')], 'failed'],
  [[wechat('noCredit'), sms('waiting')], 'waiting'],
  [[wechat('noCredit'), sms('failed')], 'noCredit'],
  [[wechat('none'), sms('failed')], 'failed'],
])('%j is %s', (attempts, state) => {
  expect(messageState(attempts)).toBe(state);
});

it.each<[AttemptState | undefined, string]>([
  [undefined, 'send'],
  ['waiting', 'send'],
  ['sending', 'sendAgain'],
  ['doubtful', 'sendAgain'],
  ['sent', 'done'],
  ['noCredit', 'done'],
  ['failed', 'done'],
  ['none', 'done'],
])('an alarm that is %s: %s', (state, step) => {
  expect(alarmStep(state)).toBe(step);
});

it('an alarm is tried again soon at first, and never less than twice a minute', () => {
  expect([1, 2, 3, 4, 5, 6, 100].map(alarmPauseSeconds)).toEqual([1, 2, 5, 10, 30, 30, 30]);
});
