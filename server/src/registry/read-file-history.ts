import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { HistoryPage, HistoryRow } from '@guanhu/shared/registry/file.contract';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Audit, FileHistory } from '../audit/audit.public.ts';
import { Database } from '../platform/database/database.ts';
import { pageKey, readPageKey } from '../platform/http/page-key.ts';
import { pageOf } from '../platform/http/page.ts';
import { FileAccess } from './file-access.ts';
import { Files } from './files.ts';

type Change = HistoryRow['changes'][number];

/** The file as a timeline: every deed with who and when, and what it changed. */
@Injectable()
export class ReadFileHistory {
  readonly #database: Database;
  readonly #access: FileAccess;
  readonly #files: Files;
  readonly #history: FileHistory;
  readonly #people: People;
  readonly #audit: Audit;

  constructor(database: Database, access: FileAccess, files: Files, history: FileHistory, people: People, audit: Audit) {
    this.#database = database;
    this.#access = access;
    this.#files = files;
    this.#history = history;
    this.#people = people;
    this.#audit = audit;
  }

  async run(actor: Actor, patientId: Id, { after, limit }: { after?: string | undefined; limit: number }): Promise<HistoryPage> {
    const county = this.#database.county(actor.countyId);
    await this.#access.requireFor(county, actor, 'record:read', patientId);
    // The history of a merged file is part of that of the one kept in its place.
    if ((await this.#files.keptFor(county, patientId)) !== null) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const files = await this.#files.lineage(county, patientId);
    const { shown, last } = pageOf(await this.#history.of(county, files, readPageKey(after), limit + 1), limit);
    const changes = shown.map(deed => deed.changes.flatMap(({ before, after: now }) => changesOf(before, now)));
    const named = new Set(changes.flatMap(list => list.flatMap(change => [change.before, change.after].filter(isId))));
    const persons = shown.flatMap(deed => (deed.personId === null ? [] : [deed.personId]));
    const contacts = await this.#people.contacts(county, [...persons, ...named]);
    const nameOf = (id: Id) => contacts.get(id)?.name ?? '';
    await this.#audit.read(county, { actor, what: 'patient-history', patientIds: [patientId] });
    return {
      rows: shown.map((deed, i) => ({
        deedId: deed.id,
        at: deed.at.toISOString(),
        by: deed.personId === null ? null : { personId: deed.personId, name: nameOf(deed.personId) },
        act: deed.act,
        objectKind: deed.objectKind,
        ofMerged: deed.patientId !== patientId,
        changes: (changes[i] ?? []).map(change => ({
          ...change,
          before: spoken(change.before, nameOf),
          after: spoken(change.after, nameOf),
        })),
      })),
      next: last ? pageKey(last) : null,
    };
  }
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isId = (value: Change['before']): value is Id => typeof value === 'string' && ID.test(value);
/** A person's name instead of an id; an id of anything else says nothing to a reader. */
const spoken = (value: Change['before'], nameOf: (id: Id) => string): Change['before'] => (isId(value) ? nameOf(value) || null : value);

/** The fields that differ between what was kept of before and after. */
function changesOf(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): Change[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap(field => {
    const change = { field, before: plain(before[field]), after: plain(after[field]) };
    return JSON.stringify(change.before) === JSON.stringify(change.after) ? [] : [change];
  });
}

function plain(value: unknown): Change['before'] {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value) && value.every(each => typeof each === 'string')) return value;
  return value === null || value === undefined ? null : JSON.stringify(value);
}
