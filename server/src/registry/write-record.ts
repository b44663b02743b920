import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { RecordWritten, WriteRecordBody } from '@guanhu/shared/registry/file.contract';
import { changedFile, newFaults } from '@guanhu/shared/registry/file-values.rules';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { FileAccess } from './file-access.ts';
import { Files } from './files.ts';

/** Sets fields of a record. */
@Injectable()
export class WriteRecord {
  readonly #access: FileAccess;
  readonly #files: Files;
  readonly #clock: Clock;

  constructor(access: FileAccess, files: Files, clock: Clock) {
    this.#access = access;
    this.#files = files;
    this.#clock = clock;
  }

  /** @throws Refusal STALE when the file changed since it was read; FILE_NOT_RIGHT, naming the fields; DOCUMENT_TAKEN */
  async run(tx: Tx, actor: Actor, patientId: Id, { version, set }: WriteRecordBody): Promise<RecordWritten> {
    await this.#access.requireFor(tx, actor, 'patient:write', patientId);
    const file = await this.#files.lock(tx, patientId);
    // What was merged is history: the file that goes on is written to.
    if (file.version !== version || file.state === 'merged') throw new Refusal('STALE');
    const today = this.#clock.today();
    const values = changedFile(file.values, set, today);
    const faults = newFaults(file.values, values, today);
    if (faults.length > 0)
      throw new Refusal(
        'FILE_NOT_RIGHT',
        faults.map(({ key }) => `body.set.${key}`),
      );
    return { patientId, version: await this.#files.put(tx, { actor, file, values, act: 'registry:record-changed' }) };
  }
}
