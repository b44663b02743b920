import { createHash } from 'node:crypto';
import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import { FILE_TYPES, MOST_FILE_BYTES, type AttachmentKind, type FileType } from '@guanhu/shared/registry/attachments.terms';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader, type Tx } from '../platform/database/database.ts';
import { Files } from '../platform/files/files.ts';
import { takeIn } from '../platform/files/take-in.ts';
import type { FileToSave } from '../platform/http/send-file.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import * as store from './attachment.store.ts';

/** Hours after which a file that no row names was left by a write that never committed. */
const LEFT_HOURS = 24;

export type NewFile<P extends Id | null> = {
  readonly attachmentId: Id;
  /** Null: of an incident with somebody who has no file. */
  readonly patientId: P;
  readonly kind: AttachmentKind;
  readonly what: string;
  /** In base64. */
  readonly content: string;
};

/** Photographs and scans of patients, for every room that attaches some. Permission has been asked by whoever calls. */
@Injectable()
export class Attachments {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #files: Files;
  readonly #audit: Audit;
  readonly #outbox: Outbox;
  readonly #clock: Clock;

  constructor(database: Database, vaults: Vaults, files: Files, audit: Audit, outbox: Outbox, clock: Clock) {
    this.#database = database;
    this.#vaults = vaults;
    this.#files = files;
    this.#audit = audit;
    this.#outbox = outbox;
    this.#clock = clock;
  }

  /**
   * Keeps a file, without what tells where it was taken. The digest is of the bytes as kept.
   * @throws Refusal FILE_TYPE_NOT_KEPT, FILE_BROKEN, FILE_ACTIVE, FILE_TOO_LARGE, INPUT_INVALID when the id is taken
   */
  async keep<P extends Id | null>(
    tx: Tx,
    actor: Actor,
    { attachmentId, patientId, kind, what, content }: NewFile<P>,
  ): Promise<store.KeptFile<P>> {
    const given = Buffer.from(content, 'base64');
    if (given.length > MOST_FILE_BYTES) throw new Refusal('FILE_TOO_LARGE');
    const { type, bytes } = unwrap(takeIn(given));
    const row = {
      id: attachmentId,
      patientId,
      kind,
      what,
      type,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest(),
      madeBy: actor.personId,
      madeAt: this.#clock.now(),
    };
    // The row first: whoever sends a taken id must not write over the file that is there.
    if (!(await store.insertAttachment(tx, await this.#vaults.of(tx.countyId), row)))
      throw new Refusal('INPUT_INVALID', ['body.attachmentId']);
    await this.#files.write(tx.countyId, attachmentId, bytes);
    const facts = { kind, type, size: bytes.length, sha256: row.sha256.toString('hex') };
    await this.#audit.deed(tx, {
      actor,
      act: 'registry:file-attached',
      objectKind: 'attachment',
      objectId: attachmentId,
      patientId,
      facts,
    });
    return { ...row, removed: null, isEvidence: false, version: 1 };
  }

  /** One of a patient's file. */
  async find(reader: Reader, attachmentId: Id): Promise<store.AttachmentRow | undefined> {
    const row = await this.kept(reader, attachmentId);
    return row && row.patientId !== null ? { ...row, patientId: row.patientId } : undefined;
  }

  /** One of a patient's file, or of nobody's. */
  async kept(reader: Reader, attachmentId: Id): Promise<store.KeptFile | undefined> {
    return store.readKeptFile(reader, await this.#vaults.of(reader.countyId), attachmentId);
  }

  async ofPatient(reader: Reader, page: { patientId: Id; before: Id | null; limit: number }): Promise<store.AttachmentRow[]> {
    return store.readAttachments(reader, await this.#vaults.of(reader.countyId), page);
  }

  /** @throws Refusal FILE_REMOVED; an error when the kept bytes are not those whose digest was noted */
  async bytes(reader: Reader, row: store.KeptFile): Promise<Buffer> {
    const bytes = row.removed ? undefined : await this.#files.read(reader.countyId, row.id);
    if (!bytes) throw new Refusal('FILE_REMOVED');
    if (!createHash('sha256').update(bytes).digest().equals(row.sha256)) throw new Error('a kept file is not the one that was attached');
    return bytes;
  }

  /** The bytes for somebody who may have them; the read is noted in the file. @throws Refusal FILE_REMOVED */
  async read(reader: Reader, actor: Actor, row: store.KeptFile): Promise<FileToSave> {
    const bytes = await this.bytes(reader, row);
    await this.#audit.read(reader, { actor, what: 'attachment', patientIds: row.patientId === null ? [] : [row.patientId] });
    return { bytes, type: row.type, fileName: `${row.id}.${FILE_TYPES[row.type].ending}` };
  }

  /** What kinds of files these are. */
  typesOf(reader: Reader, attachmentIds: readonly Id[]): Promise<ReadonlyMap<Id, FileType>> {
    return store.readTypes(reader, attachmentIds);
  }

  /**
   * From now on an agreement, an application or an objection rests on exactly these of the patient's files: none of them can be taken out
   * before it lets go of it. @throws Refusal FILE_REMOVED when one was taken out meanwhile
   */
  async restOn(tx: Tx, of: Id, patientId: Id, attachmentIds: readonly Id[]): Promise<void> {
    const standing = await store.markEvidence(tx, { of, patientId, ids: attachmentIds });
    if (!attachmentIds.every(id => standing.has(id))) throw new Refusal('FILE_REMOVED');
  }

  /**
   * Takes a file out: its line stays with who and why, its bytes go as soon as that is committed.
   * @throws Refusal FILE_REMOVED, FILE_IS_EVIDENCE, STALE
   */
  async remove(
    tx: Tx,
    actor: Actor,
    row: store.AttachmentRow,
    { reason, version }: { reason: string; version: number },
  ): Promise<store.AttachmentRow> {
    if (row.removed) throw new Refusal('FILE_REMOVED');
    if (row.isEvidence) throw new Refusal('FILE_IS_EVIDENCE');
    const removed = { by: actor.personId, at: this.#clock.now(), reason };
    if (!(await store.markRemoved(tx, await this.#vaults.of(tx.countyId), { id: row.id, ...removed, version }))) throw new Refusal('STALE');
    await this.#audit.deed(tx, {
      actor,
      act: 'registry:file-removed',
      objectKind: 'attachment',
      objectId: row.id,
      patientId: row.patientId,
      facts: { sha256: row.sha256.toString('hex') },
    });
    await this.#outbox.put(tx, { kind: 'attachment-removed', key: row.id, payload: { attachmentId: row.id } });
    return { ...row, removed, version: version + 1 };
  }

  /** Erases files of somebody who has no file: that there was one stays, the bytes go as soon as that is committed. */
  async forget(tx: Tx, actor: Actor | 'system', attachmentIds: readonly Id[], reason: string): Promise<void> {
    if (attachmentIds.length === 0) return;
    const by = actor === 'system' ? null : actor.personId;
    const erased = { ids: attachmentIds, by, at: this.#clock.now(), reason };
    const gone = await store.markForgotten(tx, await this.#vaults.of(tx.countyId), erased);
    for (const { id, sha256 } of gone) {
      const facts = { sha256: sha256.toString('hex') };
      await this.#audit.deed(tx, { actor, act: 'registry:file-removed', objectKind: 'attachment', objectId: id, facts });
    }
    const promised = gone.map(({ id }) => ({ kind: 'attachment-removed', key: id, payload: { attachmentId: id } }));
    await this.#outbox.putMany(tx, promised);
  }

  /** Erases the bytes of a removed file. Safe to repeat. */
  erase(countyId: CountyId, attachmentId: Id): Promise<void> {
    return this.#files.erase(countyId, attachmentId);
  }

  /** Erases files that no standing row names: left by a write that did not commit. @returns how many */
  async sweep(countyId: CountyId): Promise<number> {
    const before = new Date(this.#clock.now().getTime() - LEFT_HOURS * 3_600_000);
    const old = await this.#files.olderThan(countyId, before);
    const standing = await store.readStanding(this.#database.county(countyId), old);
    const left = old.filter(id => !standing.has(id));
    for (const id of left) await this.#files.erase(countyId, id);
    return left.length;
  }
}
