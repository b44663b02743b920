import { messageState, nextChannel, type Attempt } from '@guanhu/shared/reminders/channel.rules';
import type { ReminderPolicy } from '@guanhu/shared/policy/policy.terms';
import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import type { AttemptState } from '@guanhu/shared/reminders/reminders.terms';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type CountyDatabase, type Tx } from '../platform/database/database.ts';
import { Later, type Kept } from '../platform/outbox/outbox.ts';
import { Policies } from '../policy/policy.public.ts';
import * as attempts from './attempt.store.ts';
import { CallFamilies } from './call-families.ts';
import type { Channel, Ready, Tried } from './channel.ts';
import { exhaustCredits, spendCredits, type Used } from './credit.store.ts';
import { lockMessages, settleMessages, type MessageRow, type OpenMessage } from './message.store.ts';
import { SendingQuota } from './sending-quota.ts';
import { SmsChannel } from './sms-channel.ts';
import { WechatChannel } from './wechat-channel.ts';

/** Requests under way at once; a batch of claimed promises is worked off well within its lease. */
const SIDE_BY_SIDE = 64;
/** A channel that has been busy for so long is given up for the next one. */
const BUSY_MOST_MS = 30 * 60_000;
/** A pause that is longer than this is not waited for. */
const PAUSE_MOST_SECONDS = 10 * 60;

type Live = { readonly message: OpenMessage; attempts: readonly Attempt[] };
type Opened = { readonly entered: readonly MessageRow[] } & ({ readonly keys: readonly string[] } | { readonly ids: readonly Id[] });
type PolicyOf = (message: OpenMessage) => ReminderPolicy;
type Prepared = { readonly live: Live; readonly ready: Ready };

/**
 * Carries messages to people: WeChat, then a text message, then somebody telephones.
 *
 * The platform's send has no idempotency key, so a message goes through a channel at most once: the try is written as `sending` and
 * committed before the channel is asked. Whoever finds it so after a crash cannot know whether it went out; it is then a doubt, and the
 * next way covers it. A family would rather be called than left to wonder, and rather be told by two ways than twice by one.
 */
@Injectable()
export class Dispatch {
  readonly #database: Database;
  readonly #policies: Policies;
  readonly #quota: SendingQuota;
  readonly #channels: readonly Channel[];
  readonly #families: CallFamilies;
  readonly #clock: Clock;

  constructor(
    database: Database,
    policies: Policies,
    quota: SendingQuota,
    wechat: WechatChannel,
    sms: SmsChannel,
    families: CallFamilies,
    clock: Clock,
  ) {
    this.#database = database;
    this.#policies = policies;
    this.#quota = quota;
    this.#channels = [wechat, sms];
    this.#families = families;
    this.#clock = clock;
  }

  /**
   * Carries the messages that `open` yields, in one commit with what it writes: those that it enters, and others that stand already.
   * @returns what has to wait, by message
   */
  async run(countyId: CountyId, open: (tx: Tx) => Promise<Opened>): Promise<ReadonlyMap<string, Kept>> {
    const county = this.#database.county(countyId);
    const messages = await county.inTransaction(async tx => this.#takeUp(tx, await open(tx)));
    const policyOf = await this.#policyOf(county, messages);
    const waiting = new Map<Id, Later>();
    for (const channel of this.#channels) {
      const mine = messages.filter(
        ({ message, attempts: tried }) =>
          !waiting.has(message.id) && nextChannel(tried, message.purpose, policyOf(message)) === channel.name,
      );
      if (mine.length > 0) await this.#carry(county, channel, mine, waiting);
    }
    await this.#finish(county, messages, policyOf, waiting);
    return new Map(
      messages.flatMap(({ message }): [string, Kept][] => {
        const later = waiting.get(message.id);
        return later ? [[message.key, later]] : [];
      }),
    );
  }

  /** What holds where the message's patient lives; in the county, when it is about the tasks of several. */
  async #policyOf(county: CountyDatabase, messages: readonly Live[]): Promise<PolicyOf> {
    const patients = messages.flatMap(({ message }) => message.patientId ?? []);
    const ofPatient = await this.#policies.ofPatients(county, 'reminder', this.#clock.today(), patients);
    return ({ patientId }) => ofPatient(patientId ?? '').policy;
  }

  /** The messages as they stand; a try that was claimed and never came back is a doubt from now on. */
  async #takeUp(tx: Tx, { entered, ...others }: Opened): Promise<Live[]> {
    const messages = await lockMessages(tx, others);
    const lost = messages.filter(message => message.attempts.some(attempt => attempt.state === 'sending'));
    await attempts.doubtAttempts(
      tx,
      lost.map(message => message.id),
      this.#clock.now(),
    );
    const seen = (attempt: Attempt): Attempt => (attempt.state === 'sending' ? { ...attempt, state: 'doubtful' } : attempt);
    return [
      ...messages.map(message => ({ message, attempts: message.attempts.map(seen) })),
      ...entered.map(message => ({ message: { ...message, attempts: [] }, attempts: [] })),
    ];
  }

  async #carry(county: CountyDatabase, channel: Channel, mine: readonly Live[], waiting: Map<Id, Later>): Promise<void> {
    const { granted, pausedSeconds } = await this.#quota.take(channel.name, mine.length, channel.perSecond);
    const [allowed, rest] = [mine.slice(0, granted), mine.slice(granted)];
    const skipped = pausedSeconds > PAUSE_MOST_SECONDS ? rest : [];
    if (skipped.length === 0) for (const { message } of rest) waiting.set(message.id, new Later(Math.max(1, pausedSeconds)));
    const claimed = await this.#claim(county, channel, allowed, skipped, waiting);
    const tried = new Map<Live, Tried>();
    const queue = [...claimed];
    const lane = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) tried.set(next.live, await next.ready.send());
    };
    await Promise.all(Array.from({ length: Math.min(SIDE_BY_SIDE, queue.length) }, lane));
    if (claimed.length > 0) await county.inTransaction(tx => this.#settle(tx, channel, claimed, tried, waiting));
  }

  /** Claims the tries that can be made now, one for each person, and notes those that cannot be made at all. */
  async #claim(
    county: CountyDatabase,
    channel: Channel,
    allowed: readonly Live[],
    skipped: readonly Live[],
    waiting: Map<Id, Later>,
  ): Promise<Prepared[]> {
    const { wanted, had } = await takingTurns(() =>
      county.inTransaction(async tx => {
        const recipients = await channel.prepare(
          tx,
          allowed.map(live => live.message),
        );
        const wanted = [...skipped.map((live): Wanted => ({ live, ready: null, state: 'failed' })), ...firstOfEach(allowed, recipients)];
        return { wanted, had: await attempts.claimAttempts(tx, channel.name, wanted.map(toClaim(channel)), this.#clock.now()) };
      }),
    );
    const claimed: Prepared[] = [];
    const tries = new Set(wanted.map(({ live }) => live));
    for (const live of allowed) if (!tries.has(live)) waiting.set(live.message.id, new Later(1));
    for (const { live, ready, state } of wanted) {
      if (!had.has(live.message.id)) waiting.set(live.message.id, new Later(2));
      else if (ready) claimed.push({ live, ready });
      else live.attempts = tried(live, channel, state);
    }
    return claimed;
  }

  async #settle(tx: Tx, channel: Channel, claimed: readonly Prepared[], outcomes: ReadonlyMap<Live, Tried>, waiting: Map<Id, Later>) {
    const now = this.#clock.now();
    const settled: attempts.AttemptSettled[] = [];
    const [sent, spent, exhausted]: [OpenMessage[], Used[], Used[]] = [[], [], []];
    for (const { live, ready } of claimed) {
      const { message } = live;
      const outcome = notForEver(outcomes.get(live) ?? { state: 'doubtful' }, message, now);
      live.attempts = tried(live, channel, outcome.state);
      settled.push({
        messageId: message.id,
        state: outcome.state,
        platformId: outcome.platformId ?? null,
        errcode: outcome.errcode ?? null,
      });
      if (outcome.state === 'sent') sent.push(message);
      if (outcome.state === 'waiting') waiting.set(message.id, new Later(outcome.laterSeconds ?? 1));
      const used = ready.templateId === null ? [] : [{ personId: message.personId, templateId: ready.templateId, messageId: message.id }];
      if (outcome.exhausted) exhausted.push(...used);
      else if (outcome.state === 'sent' && ready.spends) spent.push(...used);
    }
    await attempts.settleAttempts(tx, channel.name, settled, now);
    await spendCredits(tx, spent, now);
    await exhaustCredits(tx, exhausted, now);
    await settleMessages(
      tx,
      sent.map(({ id }) => ({ id, state: 'sent', channel: channel.name })),
      now,
    );
  }

  /** What could not be sent for certain becomes a telephone call; what waits says so. */
  async #finish(county: CountyDatabase, messages: readonly Live[], policyOf: PolicyOf, waiting: ReadonlyMap<Id, Later>): Promise<void> {
    const unsent = messages.filter(({ attempts: made }) => made.length > 0 && !made.some(attempt => attempt.state === 'sent'));
    if (unsent.length === 0) return;
    const finish = async (tx: Tx) => {
      const over = unsent.filter(
        ({ message, attempts: made }) => !waiting.has(message.id) && nextChannel(made, message.purpose, policyOf(message)) === null,
      );
      const called = await this.#families.run(
        tx,
        over.map(live => live.message),
      );
      const settled = unsent.map(({ message: { id }, attempts: made }) => ({
        id,
        state: messageState(made),
        channel: called.has(id) ? ('call' as const) : null,
      }));
      await settleMessages(tx, settled, this.#clock.now());
    };
    // Two kinds of message are finished side by side, and may ask for a call to the same families in another order.
    await takingTurns(() => county.inTransaction(finish));
  }
}

type Wanted = { readonly live: Live; readonly ready: Ready | null; readonly state: AttemptState };

/** The tries there are to make: of several messages to one person the first, the rest wait. */
function firstOfEach(allowed: readonly Live[], recipients: Awaited<ReturnType<Channel['prepare']>>): Wanted[] {
  const persons = new Set<Id>();
  return allowed.flatMap((live): Wanted[] => {
    const { id, personId } = live.message;
    const ready = recipients.get(id) ?? 'none';
    if (typeof ready === 'string') return [{ live, ready: null, state: ready }];
    if (persons.has(personId)) return [];
    persons.add(personId);
    return [{ live, ready, state: 'sending' }];
  });
}

const toClaim =
  ({ name }: Channel) =>
  ({ live: { message, attempts: made }, ready, state }: Wanted): attempts.NewAttempt => ({
    messageId: message.id,
    personId: message.personId,
    state,
    templateId: ready?.templateId ?? null,
    again: made.some(attempt => attempt.channel === name),
  });

/** Another was quicker at one of the rows (unique_violation), or each waited for the other (deadlock_detected). */
const QUICKER = new Set<unknown>(['23505', '40P01']);
const TURNS = 3;

/** Again when another process was quicker: by then its row is there to be seen. */
async function takingTurns<T>(run: () => Promise<T>): Promise<T> {
  for (let turn = 1; ; turn++) {
    try {
      return await run();
    } catch (error) {
      if (turn === TURNS || !(error instanceof Error) || !('code' in error) || !QUICKER.has(error.code)) throw error;
    }
  }
}

/** The tries of a message with this one's new state. */
const tried = (live: Live, { name: channel }: Channel, state: AttemptState): readonly Attempt[] => [
  ...live.attempts.filter(attempt => attempt.channel !== channel),
  { channel, state },
];

/** Nobody waits for a busy channel for ever. */
const notForEver = (outcome: Tried, message: OpenMessage, now: Date): Tried =>
  outcome.state === 'waiting' && now.getTime() - message.at.getTime() > BUSY_MOST_MS ? { ...outcome, state: 'failed' } : outcome;
