import type { Id } from '@guanhu/shared/kernel/ids';
import type { AttemptState, SendingChannel } from '@guanhu/shared/reminders/reminders.terms';
import type { Tx } from '../platform/database/database.ts';
import type { OpenMessage } from './message.store.ts';

/** What a try came to. `laterSeconds`: of a try that has to wait. */
export type Tried = {
  readonly state: AttemptState;
  readonly platformId?: string | undefined;
  readonly errcode?: number | undefined;
  readonly laterSeconds?: number;
  /** The platform says that there is no credit, whatever we had counted. */
  readonly exhausted?: true;
};

/** A message that can be sent, and the sending itself, which is to happen once. */
export type Ready = { readonly templateId: string | null; readonly spends: boolean; readonly send: () => Promise<Tried> };

/** A way to a person. Says of each message how it is sent, or why it cannot be. */
export type Channel = {
  readonly name: SendingChannel;
  /** The most messages in a second, over all processes. */
  readonly perSecond: number;
  prepare(
    tx: Tx,
    messages: readonly OpenMessage[],
  ): Promise<ReadonlyMap<Id, Ready | Extract<AttemptState, 'none' | 'noCredit' | 'failed'>>>;
};
