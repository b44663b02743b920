import type { CountyId } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import type { CountyDatabase } from '../platform/database/database.ts';
import { isKeyInHand, writeConfirmations, type ConfirmRow, type ConfirmWrite } from './confirm.store.ts';

/** Statements of one county that are under way at the same time; what arrives meanwhile is written with the next. */
const AT_ONCE = 2;
/** Most confirmations in one statement. */
const MOST = 64;

type Waiting = {
  readonly write: ConfirmWrite;
  readonly resolve: (row: ConfirmRow | undefined) => void;
  readonly reject: (error: unknown) => void;
};
type Queue = { underWay: number; waiting: Waiting[] };

/**
 * Confirmations that arrive while others are being written share a statement and a commit. One that comes alone waits for nobody; in the
 * morning, when all families answer, a county is written at the pace of its statements and not of its requests.
 */
@Injectable()
export class WriteTogether {
  readonly #queues = new Map<CountyId, Queue>();

  /** What the statement found and whether it wrote; undefined when the same key is being written by another request. */
  confirm(county: CountyDatabase, write: ConfirmWrite): Promise<ConfirmRow | undefined> {
    let queue = this.#queues.get(county.countyId);
    if (!queue) this.#queues.set(county.countyId, (queue = { underWay: 0, waiting: [] }));
    const { waiting } = queue;
    const written = new Promise<ConfirmRow | undefined>((resolve, reject) => waiting.push({ write, resolve, reject }));
    this.#go(county, queue);
    return written;
  }

  #go(county: CountyDatabase, queue: Queue): void {
    while (queue.underWay < AT_ONCE && queue.waiting.length > 0) {
      const batch = takeBatch(queue);
      queue.underWay += 1;
      void writeBatch(county, batch).finally(() => {
        queue.underWay -= 1;
        this.#go(county, queue);
      });
    }
  }
}

/** The longest waiting, of one key and of one patient's day only the first. */
function takeBatch(queue: Queue): Waiting[] {
  const taken = new Set<string>();
  const batch: Waiting[] = [];
  const left: Waiting[] = [];
  for (const one of queue.waiting) {
    const marks = [one.write.mark.key, `${one.write.patientId} ${one.write.on}`];
    const fits = batch.length < MOST && !marks.some(mark => taken.has(mark));
    (fits ? batch : left).push(one);
    // What must come after one that stays comes after it too.
    for (const mark of marks) taken.add(mark);
  }
  queue.waiting = left;
  return batch;
}

/** A failure of one must not be everybody's: then each is written by itself. */
async function writeBatch(county: CountyDatabase, batch: readonly Waiting[]): Promise<void> {
  try {
    const rows = await writeConfirmations(
      county,
      batch.map(({ write }) => write),
    );
    for (const { write, resolve } of batch) resolve(rows.get(write.mark.key));
  } catch (error) {
    if (batch.length > 1) for (const one of batch) await writeBatch(county, [one]);
    else if (isKeyInHand(error)) batch[0]?.resolve(undefined);
    else batch[0]?.reject(error);
  }
}
