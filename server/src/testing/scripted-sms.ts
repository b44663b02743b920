import type { SmsApi, SmsMessage, SmsOutcome } from '../platform/sms/sms-api.ts';

/** Text messages as a test writes them. No number can be reached until the test says so. */
export class ScriptedSms implements SmsApi {
  readonly messages: SmsMessage[] = [];
  /** What the next messages are answered with. */
  readonly outcomes: SmsOutcome[] = [];
  /** The numbers that are reached, whatever order the messages are sent in. */
  readonly reached = new Set<string>();
  /** The answer to all the others. */
  otherwise: SmsOutcome = { outcome: 'bad-number' };

  send(message: SmsMessage): Promise<SmsOutcome> {
    const outcome = this.outcomes.shift() ?? (this.reached.has(message.phone) ? { outcome: 'sent' } : this.otherwise);
    if (outcome.outcome !== 'bad-number') this.messages.push(message);
    return Promise.resolve(outcome);
  }
}
