import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import { ALARM_MOST_MS, alarmPauseSeconds, alarmStep, messageState, type Attempt } from '@guanhu/shared/reminders/channel.rules';
import { messagePage, messageWords } from '@guanhu/shared/reminders/message.rules';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type CountyDatabase, type Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { Later, Outbox, type Job, type Kept } from '../platform/outbox/outbox.ts';
import { Policies } from '../policy/policy.public.ts';
import { noteAlarmTries, takeTurns, type AlarmTry } from './alarm.store.ts';
import { settleAttempts } from './attempt.store.ts';
import type { Channel, Ready, Tried } from './channel.ts';
import { exhaustCredits, spendCredits, type Used } from './credit.store.ts';
import { insertMessages, lockMessages, settleMessages, type MessageRow, type OpenMessage } from './message.store.ts';
import { SmsChannel } from './sms-channel.ts';
import { WechatChannel } from './wechat-channel.ts';

/** One alarm through one channel, noted and ready to go. */
type Going = { readonly message: OpenMessage; readonly channel: Channel; readonly ready: Ready };
type Gone = Going & { readonly tried: Tried };

/**
 * Tells people of an incident: by every way that there is at once, at any hour, ahead of everything else, whatever the quota of a busy day.
 *
 * Reminders go through a channel at most once, alarms at least once: a family woken twice by one alarm is better off than one that nobody
 * told. A try is noted before the channel is asked; found again after a crash, or without an answer, it is made again and says that it is
 * the same. Whether a person has *answered* stops nothing here: that is the incident's own clock.
 */
@Injectable()
export class SendAlarms {
  readonly #database: Database;
  readonly #policies: Policies;
  readonly #channels: readonly Channel[];
  readonly #outbox: Outbox;
  readonly #clock: Clock;

  constructor(database: Database, policies: Policies, wechat: WechatChannel, sms: SmsChannel, outbox: Outbox, clock: Clock) {
    this.#database = database;
    this.#policies = policies;
    this.#channels = [wechat, sms];
    this.#outbox = outbox;
    this.#clock = clock;
  }

  /** @returns the alarms that have to be tried again. */
  async run(countyId: CountyId, jobs: readonly Job[]): Promise<ReadonlyMap<string, Kept>> {
    const county = this.#database.county(countyId);
    const going = await county.inTransaction(tx => this.#takeUp(tx, jobs));
    const gone = await Promise.all(this.#channels.map(channel => this.#send(county, channel, going)));
    const now = this.#clock.now();
    const open = new Set(gone.flat().flatMap(one => (isOver(one, now) ? [] : [one.message.key])));
    return new Map(jobs.filter(job => open.has(job.key)).map((job): [string, Kept] => [job.id, new Later(alarmPauseSeconds(job.attempt))]));
  }

  /** Writes the messages, once each, and notes what goes out now; in one commit, before anything does. */
  async #takeUp(tx: Tx, jobs: readonly Job[]): Promise<Going[]> {
    await insertMessages(tx, await this.#written(tx, jobs));
    const messages = await lockMessages(tx, { keys: jobs.map(job => job.key) });
    const policyOf = await this.#policies.ofPatients(
      tx,
      'reminder',
      this.#clock.today(),
      messages.flatMap(message => message.patientId ?? []),
    );
    const going: Going[] = [];
    const tries: AlarmTry[] = [];
    for (const channel of this.#channels) {
      const mine = messages.flatMap((message): OpenMessage[] => {
        if (channel.name === 'sms' && !policyOf(message.patientId ?? '').policy.smsFor.includes('incident')) return [];
        const step = alarmStep(message.attempts.find(attempt => attempt.channel === channel.name)?.state);
        return step === 'done' ? [] : [step === 'sendAgain' ? { ...message, again: true } : message];
      });
      const recipients = await channel.prepare(tx, mine);
      for (const message of mine) {
        const ready = recipients.get(message.id) ?? 'none';
        const noted = { messageId: message.id, personId: message.personId, channel: channel.name };
        if (typeof ready === 'string') tries.push({ ...noted, state: ready, templateId: null });
        else {
          tries.push({ ...noted, state: 'sending', templateId: ready.templateId });
          going.push({ message, channel, ready });
        }
      }
    }
    const now = this.#clock.now();
    await noteAlarmTries(tx, tries, now);
    await this.#settleMessages(tx, messages, tries, now);
    return going;
  }

  async #written(tx: Tx, jobs: readonly Job[]): Promise<MessageRow[]> {
    const now = this.#clock.now();
    const near = jobs.map(job => text(job, 'patientId') ?? '');
    const words = await this.#policies.ofPatients(tx, 'message', this.#clock.today(), near.filter(Boolean));
    return jobs.map((job, index): MessageRow => {
      const about = { purpose: 'incident', objectId: text(job, 'incidentId'), count: 1 } as const;
      const id = newId();
      const what = words(near[index] ?? '').policy.what.incident ?? messageWords({ ...about, worse: job.payload['worse'] === true }).what;
      const [personId, patientId] = [text(job, 'personId') ?? '', text(job, 'patientId')];
      return {
        id,
        key: job.key,
        personId,
        patientId,
        ...about,
        what,
        page: messagePage(about, { messageId: id, countyId: tx.countyId }),
        at: now,
      };
    });
  }

  /** All of them side by side; each channel is settled when its own answers are there. */
  async #send(county: CountyDatabase, channel: Channel, going: readonly Going[]): Promise<Gone[]> {
    const mine = going.filter(one => one.channel === channel);
    if (mine.length === 0) return [];
    const gone = await Promise.all(mine.map(async (one): Promise<Gone> => ({ ...one, tried: await one.ready.send() })));
    await county.inTransaction(tx => this.#settle(tx, channel, gone));
    return gone;
  }

  async #settle(tx: Tx, channel: Channel, gone: readonly Gone[]): Promise<void> {
    const now = this.#clock.now();
    const ids = gone.map(one => one.message.id);
    await takeTurns(tx, ids);
    const messages = await lockMessages(tx, { ids });
    await settleAttempts(
      tx,
      channel.name,
      gone.map(({ message, tried: { state, platformId = null, errcode = null } }) => ({
        messageId: message.id,
        state,
        platformId,
        errcode,
      })),
      now,
    );
    const used = (which: readonly Gone[]): Used[] =>
      which.flatMap(({ message: { id, personId }, ready: { templateId } }) =>
        templateId === null ? [] : [{ personId, templateId, messageId: id }],
      );
    const sent = gone.filter(one => one.tried.state === 'sent');
    await spendCredits(tx, used(sent.filter(one => one.ready.spends)), now);
    await exhaustCredits(tx, used(gone.filter(one => one.tried.exhausted)), now);
    const tries = gone.map(({ message, tried }) => ({ messageId: message.id, channel: channel.name, state: tried.state }));
    await this.#settleMessages(tx, messages, tries, now);
    await this.#outbox.putMany(
      tx,
      sent.flatMap(({ message }) => told(message, now)),
    );
  }

  /** What the messages have come to, with these tries in the place of what was noted before. */
  async #settleMessages(
    tx: Tx,
    messages: readonly OpenMessage[],
    tries: readonly Pick<AlarmTry, 'messageId' | 'channel' | 'state'>[],
    now: Date,
  ) {
    const settled = messages.map(({ id, attempts }) => {
      const newer = tries.filter(one => one.messageId === id);
      const all: Attempt[] = [...attempts.filter(old => !newer.some(one => one.channel === old.channel)), ...newer];
      return { id, state: messageState(all), channel: all.find(one => one.state === 'sent')?.channel ?? null };
    });
    await settleMessages(tx, settled, now);
  }
}

/** Whether nothing more is tried: there is an answer, or it is no news any more. */
const isOver = ({ message, tried }: Gone, now: Date): boolean =>
  alarmStep(tried.state) === 'done' || now.getTime() - message.at.getTime() > ALARM_MOST_MS;

/** The incidents' room is told whom its news has really been sent to. */
const told = ({ id, personId, objectId }: OpenMessage, at: Date) =>
  objectId === null
    ? []
    : [{ kind: 'incident-told', key: id, payload: { incidentId: objectId, personId, at: at.toISOString() }, urgent: true as const }];

const text = ({ payload }: Job, name: string): Id | null => {
  const value = payload[name];
  return typeof value === 'string' ? value : null;
};
