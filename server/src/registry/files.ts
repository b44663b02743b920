import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { FileChange, FileValues } from '@guanhu/shared/registry/file-fields';
import { changedFile, differingKeys } from '@guanhu/shared/registry/file-values.rules';
import type { IdType } from '@guanhu/shared/registry/id-document.rules';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import * as store from './file.store.ts';

/** The values of a file in one place: whoever changes one leaves who, when, old and new. Permission has been asked by whoever calls. */
@Injectable()
export class Files {
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(vaults: Vaults, audit: Audit, clock: Clock) {
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async find(reader: Reader, id: Id): Promise<store.FileRow | undefined> {
    return (await store.readFiles(reader, await this.#vaults.of(reader.countyId), [id]))[0];
  }

  /** Whole files of these persons, in no order. */
  async ofMany(reader: Reader, ids: readonly Id[]): Promise<store.FileRow[]> {
    return store.readFiles(reader, await this.#vaults.of(reader.countyId), ids);
  }

  /** The file, locked until the transaction ends. @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async lock(tx: Tx, id: Id): Promise<store.FileRow> {
    const [file] = await store.lockFiles(tx, await this.#vaults.of(tx.countyId), [id]);
    if (!file) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return file;
  }

  /** Sets what an official states of a person, as a confirmed list does. */
  async state(
    tx: Tx,
    { actor, patientId, set, act }: { actor: Actor | 'system'; patientId: Id; set: FileChange; act: string },
  ): Promise<void> {
    const file = await this.lock(tx, patientId);
    await this.put(tx, { actor, file, values: changedFile(file.values, set, this.#clock.today()), act });
  }

  /**
   * Writes the whole file over the one that was locked; `reason` is kept with the old and new values.
   * @returns its version; a file that would stay as it is keeps the one it has
   * @throws Refusal DOCUMENT_TAKEN when the document's number is on another file
   */
  async put(
    tx: Tx,
    {
      actor,
      file,
      values,
      act,
      reason,
    }: { actor: Actor | 'system'; file: store.FileRow; values: FileValues; act: string; reason?: string | undefined },
  ): Promise<number> {
    const keys = differingKeys(file.values, values);
    if (keys.length === 0) return file.version;
    await this.#requireOwnDocument(tx, file.id, values);
    await store.updateFile(tx, await this.#vaults.of(tx.countyId), file, values);
    const pick = (from: FileValues) => Object.fromEntries(keys.map(key => [key, from[key]]));
    const object = { objectKind: 'patient', objectId: file.id };
    await this.#audit.deed(tx, { actor, act, ...object, patientId: file.id, facts: { fields: keys.length } });
    await this.#audit.change(tx, {
      actor,
      ...object,
      before: pick(file.values),
      after: { ...pick(values), ...(reason !== undefined && { reason }) },
    });
    return file.version + 1;
  }

  async #requireOwnDocument(tx: Tx, id: Id, { idType, idNumber }: FileValues): Promise<void> {
    if (typeof idType !== 'string' || typeof idNumber !== 'string') return;
    const digest = store.documentDigest(await this.#vaults.of(tx.countyId), idType as IdType, idNumber);
    await store.lockDocument(tx, digest);
    const holder = await store.readHolder(tx, digest);
    if (holder && holder.id !== id) throw new Refusal('DOCUMENT_TAKEN', ['body.set.idNumber']);
  }

  /** The file that answers for a document, with its areas; undefined when no file has it. */
  async holder(reader: Reader, type: IdType, number: string): Promise<store.DocumentHolder | undefined> {
    return store.readHolder(reader, store.documentDigest(await this.#vaults.of(reader.countyId), type, number));
  }

  /** The file that goes on in place of this merged one; null for a file that goes on itself, or for none. */
  keptFor(reader: Reader, id: Id): Promise<Id | null> {
    return store.readKept(reader, id);
  }

  /** How many files of a suspicion that was not confirmed were closed before this day and still say of whom they were. */
  async countUnconfirmed(reader: Reader, before: CalendarDate): Promise<number> {
    return (await store.readUnconfirmed(reader, before)).length;
  }

  /** Takes out of those files who it was. That there was one, when and why it was closed stays. @returns how many */
  async forgetUnconfirmed(tx: Tx, before: CalendarDate): Promise<number> {
    const ids = await store.readUnconfirmed(tx, before);
    await store.forgetPersons(tx, await this.#vaults.of(tx.countyId), ids);
    return ids.length;
  }

  /** This file and every one that was merged into it. */
  lineage(reader: Reader, id: Id): Promise<Id[]> {
    return store.readLineage(reader, id);
  }
}
