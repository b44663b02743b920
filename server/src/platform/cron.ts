import type { CountyId } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';

/** Work that is done by the clock, once per county each time. It must be safe to repeat: a restart may run it again. */
export type CronTask = {
  readonly name: string;
  /** minute hour day month weekday, in UTC */ readonly pattern: string;
  readonly run: (countyId: CountyId) => Promise<void>;
  /** Also when a worker starts, in case the hour was slept through. */ readonly atStart: boolean;
};

/** What rooms want done by the clock; the worker hands the list to graphile-worker. */
@Injectable()
export class Cron {
  readonly tasks: CronTask[] = [];

  every(pattern: string, name: string, run: CronTask['run'], { atStart = false } = {}): void {
    this.tasks.push({ name, pattern, run, atStart });
  }
}
