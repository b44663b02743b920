import type { CountyId } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import type { Database } from './database/database.ts';
import type { Log } from './log/log.ts';
import { repeat } from './repeat.ts';

/** Work that every worker does all the time. It must be safe to do twice at once. It stops soon when `goOn` says no. */
type Loop = { readonly name: string; readonly run: (countyId: CountyId, goOn: () => boolean) => Promise<unknown> };

/** Pause after a round, which goes on as long as there is something to do. */
const PAUSE_MS = 250;

/** What rooms want looked at all the time, in every worker. */
@Injectable()
export class Loops {
  readonly tasks: Loop[] = [];

  add(name: string, run: Loop['run']): void {
    this.tasks.push({ name, run });
  }
}

/** @returns how to stop; resolves when the rounds in hand are finished */
export function startLoops(database: Database, loops: Loops, log: Log): () => Promise<void> {
  let going = true;
  const stops = loops.tasks.map(({ name, run }) =>
    repeat(PAUSE_MS, async () => {
      try {
        const counties = await database.directory<{ id: CountyId }>('SELECT id FROM county ORDER BY id');
        await Promise.all(counties.map(({ id }) => run(id, () => going)));
      } catch (error) {
        log.warn({ task: name, err: error }, 'a round waits: the database did not answer');
      }
    }),
  );
  return async () => {
    going = false;
    await Promise.all(stops.map(stop => stop()));
  };
}
