import type { SendingChannel } from '@guanhu/shared/reminders/reminders.terms';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';

export type Granted = { readonly granted: number; readonly pausedSeconds: number };

/** How many messages all processes together may send through a channel, and whether the platform has told us to stop for a while. */
@Injectable()
export class SendingQuota {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Takes up to `wanted` messages out of the bucket, which holds a second's worth. */
  async take(channel: SendingChannel, wanted: number, perSecond: number): Promise<Granted> {
    const take = () =>
      this.#database.directory<Granted>(
        `WITH held AS (
           SELECT greatest(0, extract(epoch FROM paused_until - clock_timestamp())) AS paused,
                  least($3::float8, tokens + extract(epoch FROM clock_timestamp() - refilled_at) * $3::float8) AS filled
           FROM sending_quota WHERE channel = $1 FOR UPDATE
         ), share AS (SELECT filled, paused, CASE WHEN paused > 0 THEN 0 ELSE least($2, floor(filled)) END AS granted FROM held)
         UPDATE sending_quota SET tokens = share.filled - share.granted, refilled_at = clock_timestamp() FROM share WHERE channel = $1
         RETURNING share.granted::int AS granted, ceil(coalesce(share.paused, 0))::int AS "pausedSeconds"`,
        [channel, wanted, perSecond],
      );
    const [held] = await take();
    if (held) return held;
    await this.#database.directory(
      'INSERT INTO sending_quota (channel, tokens, refilled_at) VALUES ($1, $2, clock_timestamp()) ON CONFLICT (channel) DO NOTHING',
      [channel, perSecond],
    );
    const [opened] = await take();
    return opened ?? { granted: 0, pausedSeconds: 0 };
  }

  /** Nothing is sent through the channel for so long: the platform has said that we send too much. */
  async pause(channel: SendingChannel, seconds: number): Promise<void> {
    await this.#database.directory(
      `UPDATE sending_quota SET paused_until = greatest(paused_until, clock_timestamp() + make_interval(secs => $2)) WHERE channel = $1`,
      [channel, seconds],
    );
  }
}
