import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import { messagePage, messageWords } from '@guanhu/shared/reminders/message.rules';
import { quietUntil } from '@guanhu/shared/reminders/quiet-hours.rules';
import {
  OPENED_PAGES,
  REMINDER_WINDOWS,
  type OpenedPage,
  type Purpose,
  type ReminderWindow,
  type RemindPayload,
} from '@guanhu/shared/reminders/reminders.terms';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { Later, type Job, type Kept } from '../platform/outbox/outbox.ts';
import { Policies } from '../policy/policy.public.ts';
import { Dispatch } from './dispatch.ts';
import { insertMessages, insertTold, type MessageRow } from './message.store.ts';
import { readKnownKeys, readSnoozed, readTasksToTell, toldAt, type Moment, type TaskOf } from './told-tasks.store.ts';

/** What is told outside the moments of a day. */
const AT_ONCE: readonly RemindPayload['purpose'][] = ['help', 'checkOut', 'payout', 'medication', 'task', 'notice'];
/** What does not wait for the morning. */
const AT_ANY_HOUR: readonly Purpose[] = ['help', 'checkOut'];

type Answers = Promise<ReadonlyMap<string, Kept>>;
/** What somebody is to be told: of which tasks, and near which patient, whose township's times and words hold. */
type Meant = {
  readonly key: string;
  readonly about: Pick<MessageRow, 'personId' | 'patientId' | 'purpose' | 'objectId' | 'count'>;
  /** The page that it opens, where its purpose does not say it. */
  readonly opens?: OpenedPage | undefined;
  readonly near: Id;
  readonly tasks: readonly Id[];
  readonly told: string;
};

/** Keeps promises to tell people something: at a moment of the day, at once, or again after a snooze. */
@Injectable()
export class TellPersons {
  readonly #policies: Policies;
  readonly #dispatch: Dispatch;
  readonly #clock: Clock;

  constructor(policies: Policies, dispatch: Dispatch, clock: Clock) {
    this.#policies = policies;
    this.#dispatch = dispatch;
    this.#clock = clock;
  }

  /** Looks after each person at their moment: one message for all that is to be told then, or none. */
  atMoments(countyId: CountyId, jobs: readonly Job[]): Answers {
    const moments = jobs.map(momentOf);
    return this.#tell(countyId, jobs, async (tx, fresh) => {
      const meant: Meant[] = [];
      for (const window of REMINDER_WINDOWS) {
        const mine = moments.filter(one => one.window === window && fresh.has(one.key));
        if (mine.length === 0) continue;
        const tasks = groupByKey(await readTasksToTell(tx, window, mine, this.#clock.now()));
        for (const { key, personId, day } of mine) {
          const [first, ...rest] = tasks.get(key) ?? [];
          if (first) meant.push(aboutTasks(key, personId, [first, ...rest], window, toldAt(window, day)));
        }
      }
      return meant;
    });
  }

  /** Something that does not wait for its moment: money. */
  atOnce(countyId: CountyId, jobs: readonly Job[]): Answers {
    return this.#tell(countyId, jobs, (_tx, fresh) =>
      Promise.resolve(
        jobs
          .filter(job => fresh.has(job.key))
          .map((job): Meant => {
            const purpose = AT_ONCE.find(one => one === job.payload['purpose']) ?? 'payout';
            const [personId, patientId, objectId] = [text(job, 'personId'), text(job, 'patientId'), text(job, 'objectId')];
            return {
              key: job.key,
              about: { personId, patientId: job.payload['confidential'] === true ? null : patientId, purpose, objectId, count: 1 },
              opens: OPENED_PAGES.find(one => one === job.payload['opens']),
              near: patientId,
              tasks: [],
              told: '',
            };
          }),
      ),
    );
  }

  /**
   * An office is asked to look at something, or told that payments wait for money. Neither the words nor the row say at what: it may be about
   * the family itself. What can be decided on the phone is opened there.
   */
  ofReviews(countyId: CountyId, jobs: readonly Job[]): Answers {
    return this.#tell(countyId, jobs, (_tx, fresh) =>
      Promise.resolve(
        jobs
          .filter(job => fresh.has(job.key))
          .map((job): Meant => {
            const [personId, near] = [text(job, 'personId'), job.payload['nearPatientId']];
            const purpose = job.payload['purpose'] === 'funds' ? 'funds' : 'review';
            const opens = OPENED_PAGES.find(one => one === job.payload['opens']);
            const objectId = typeof job.payload['objectId'] === 'string' ? job.payload['objectId'] : null;
            const about = { personId, patientId: null, purpose, objectId, count: 1 } as const;
            // An id that is no patient's stands for the county.
            return { key: job.key, about, opens, near: typeof near === 'string' ? near : personId, tasks: [], told: '' };
          }),
      ),
    );
  }

  /** A reminder that was put off until now. */
  async snoozed(countyId: CountyId, jobs: readonly Job[]): Answers {
    const now = this.#clock.now();
    const early = jobs.filter(job => new Date(text(job, 'until')) > now);
    const due = jobs.filter(job => !early.includes(job));
    const answers = await this.#tell(countyId, due, async (tx, fresh) => {
      const tasks = await readSnoozed(
        tx,
        due.filter(job => fresh.has(job.key)).map(job => text(job, 'holdId')),
        this.#clock.today(),
      );
      return tasks.map(task =>
        aboutTasks(task.key, task.personId, [task], task.kind === 'medicationConfirmation' ? 'medicine' : 'day', task.key),
      );
    });
    return new Map([...early.map(job => [job.id, later(new Date(text(job, 'until')), now)] as const), ...answers]);
  }

  /** A message that the platform had taken did not arrive: the next way. */
  async onward(countyId: CountyId, jobs: readonly Job[]): Answers {
    const answers = await this.#dispatch.run(countyId, () =>
      Promise.resolve({ entered: [], ids: jobs.map(job => text(job, 'messageId')) }),
    );
    return new Map([...answers.values()].flatMap(waits => jobs.map(job => [job.id, waits] as const)));
  }

  /** Writes what is meant, unless it was written before or it is quiet there now, and carries it. */
  async #tell(countyId: CountyId, jobs: readonly Job[], mean: (tx: Tx, fresh: ReadonlySet<string>) => Promise<readonly Meant[]>): Answers {
    if (jobs.length === 0) return new Map();
    const keys = jobs.map(job => job.key);
    const quiet = new Map<string, Kept>();
    const waiting = await this.#dispatch.run(countyId, async tx => {
      // What was never tried before was not written before, unless under the key of another promise: then it is missed below.
      const known = await readKnownKeys(
        tx,
        jobs.filter(job => job.attempt > 1).map(job => job.key),
      );
      const meant = await mean(tx, new Set(keys.filter(key => !known.has(key))));
      const { entered, missed } = await this.#write(tx, meant, quiet);
      return { entered, keys: [...known, ...missed] };
    });
    return new Map(
      jobs.flatMap((job): [string, Kept][] => {
        const kept = waiting.get(job.key) ?? quiet.get(job.key);
        return kept ? [[job.id, kept]] : [];
      }),
    );
  }

  /** @returns the messages that were entered, and the keys of those that somebody else has entered meanwhile */
  async #write(
    tx: Tx,
    meant: readonly Meant[],
    quiet: Map<string, Kept>,
  ): Promise<{ entered: readonly MessageRow[]; missed: readonly string[] }> {
    const [now, today] = [this.#clock.now(), this.#clock.today()];
    const near = meant.map(one => one.near);
    const times = await this.#policies.ofPatients(tx, 'reminder', today, near);
    const words = await this.#policies.ofPatients(tx, 'message', today, near);
    const written: { message: MessageRow; meant: Meant }[] = [];
    for (const one of meant) {
      const until = AT_ANY_HOUR.includes(one.about.purpose) ? null : quietUntil(times(one.near).policy, now);
      if (until) quiet.set(one.key, later(until, now));
      else {
        const id = newId();
        const page = messagePage(one.about, { messageId: id, countyId: tx.countyId }, one.opens);
        const what = words(one.near).policy.what[one.about.purpose] ?? messageWords({ ...one.about, page }).what;
        written.push({ message: { id, key: one.key, ...one.about, what, page, at: now }, meant: one });
      }
    }
    const ids = await insertMessages(
      tx,
      written.map(each => each.message),
    );
    const entered = written.filter(each => ids.has(each.message.id));
    await insertTold(
      tx,
      entered.flatMap(({ message: { id, personId }, meant: { tasks, told } }) =>
        tasks.map(taskId => ({ personId, taskId, told, messageId: id })),
      ),
    );
    return {
      entered: entered.map(each => each.message),
      missed: written.filter(each => !ids.has(each.message.id)).map(each => each.message.key),
    };
  }
}

function aboutTasks(key: string, personId: Id, tasks: readonly [TaskOf, ...TaskOf[]], window: ReminderWindow, told: string): Meant {
  const [first] = tasks;
  const ids = [...new Set(tasks.map(task => task.taskId))];
  const purpose = purposeOf(window, tasks);
  const objectId = ids.length === 1 && purpose !== 'overdue' ? first.taskId : null;
  // Whoever is called instead is called about one of the family's patients.
  const patientId = purpose === 'medication' ? first.near : null;
  return { key, about: { personId, patientId, purpose, objectId, count: ids.length }, near: first.near, tasks: ids, told };
}

function purposeOf(window: ReminderWindow, tasks: readonly TaskOf[]): Purpose {
  if (window === 'medicine') return 'medication';
  if (window === 'overdue') return 'overdue';
  return tasks.some(task => task.kind === 'visit') ? 'visit' : 'task';
}

function momentOf(job: Job): Moment {
  const window = REMINDER_WINDOWS.find(one => one === job.payload['window']);
  if (!window) throw new Error('a reminder without its moment');
  return { key: job.key, personId: text(job, 'personId'), window, day: calendarDate(text(job, 'day')) };
}

function groupByKey(tasks: readonly TaskOf[]): ReadonlyMap<string, readonly TaskOf[]> {
  const groups = new Map<string, TaskOf[]>();
  for (const task of tasks) groups.set(task.key, [...(groups.get(task.key) ?? []), task]);
  return groups;
}

const later = (until: Date, now: Date): Later => new Later(Math.ceil((until.getTime() - now.getTime()) / 1000));
const text = ({ payload }: Job, name: string): string => String(payload[name]);
