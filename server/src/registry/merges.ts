import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { FileValues } from '@guanhu/shared/registry/file-fields';
import { differingKeys, valueInWords } from '@guanhu/shared/registry/file-values.rules';
import type { MergeAnswer } from '@guanhu/shared/registry/merge.contract';
import { decideSecondPerson } from '@guanhu/shared/registry/merge.rules';
import { Injectable } from '@nestjs/common';
import { People, Places } from '../access/access.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Reader } from '../platform/database/database.ts';
import { FileAccess } from './file-access.ts';
import type { FileRow } from './file.store.ts';
import { readFiles } from './file.store.ts';
import { countMoved, countMoving } from './merge-rows.store.ts';
import { MERGE_TABLES } from './merge-tables.terms.ts';
import { readMergeRow, type MergeRow } from './merge.store.ts';

/** The kept file with the merged file's values where they were chosen, and wherever the kept one is blank. */
export const unitedValues = (kept: FileValues, merged: FileValues, take: readonly string[]): FileValues => {
  // A number without its document says nothing: the two go together.
  const taken = new Set(take.includes('idType') || take.includes('idNumber') ? [...take, 'idType', 'idNumber'] : take);
  const blankDocument = kept.idType === null && kept.idNumber === null;
  const fills = (key: keyof FileValues) =>
    taken.has(key) || (key === 'idType' || key === 'idNumber' ? blankDocument : kept[key] === null && merged[key] !== null);
  return Object.fromEntries(
    Object.keys(kept).map(key => [key, (fills(key as keyof FileValues) ? merged : kept)[key as keyof FileValues]]),
  ) as FileValues;
};

/** Merges as people read them: both files side by side. */
@Injectable()
export class Merges {
  readonly #access: FileAccess;
  readonly #vaults: Vaults;
  readonly #people: People;
  readonly #places: Places;

  constructor(access: FileAccess, vaults: Vaults, people: People, places: Places) {
    this.#access = access;
    this.#vaults = vaults;
    this.#people = people;
    this.#places = places;
  }

  /** A merge of two files for both of which `actor` answers. @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async find(reader: Reader, actor: Actor, mergeId: Id): Promise<MergeRow> {
    const merge = await readMergeRow(reader, await this.#vaults.of(reader.countyId), mergeId);
    if (!merge) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.requireBoth(reader, actor, merge.keptId, merge.mergedId);
    return merge;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS unless `actor` answers for both files. */
  async requireBoth(reader: Reader, actor: Actor, keptId: Id, mergedId: Id): Promise<void> {
    await this.#access.requireFor(reader, actor, 'patient:merge', keptId);
    await this.#access.requireFor(reader, actor, 'patient:merge', mergedId);
  }

  async show(reader: Reader, actor: Actor, merge: MergeRow): Promise<MergeAnswer> {
    const files = await readFiles(reader, await this.#vaults.of(reader.countyId), [merge.keptId, merge.mergedId]);
    const [kept, merged] = [merge.keptId, merge.mergedId].map(id => files.find(file => file.id === id));
    if (!kept || !merged) throw new Error('a merge of a file that vanished');
    const hands = [merge.proposedBy, merge.decidedBy, merge.undoneBy].filter(id => id !== null);
    const contacts = await this.#people.contacts(reader, hands);
    const hand = (personId: Id | null, at: Date | null) =>
      personId === null || at === null ? null : { personId, name: contacts.get(personId)?.name ?? '', at: at.toISOString() };
    const { rows } = await this.#places.areas(reader);
    const areas = new Map(rows.map(area => [area.areaId, area.name]));
    return {
      mergeId: merge.id,
      state: merge.state,
      version: merge.version,
      kept: fileOf(kept, areas),
      merged: fileOf(merged, areas),
      differences: differences(merge, merge.values?.kept ?? kept.values, merge.values?.merged ?? merged.values),
      moves: await this.#moves(reader, merge),
      reason: merge.reason,
      note: merge.note,
      undoReason: merge.undoReason,
      proposedBy: hand(merge.proposedBy, merge.proposedAt) ?? { personId: merge.proposedBy, name: '', at: merge.proposedAt.toISOString() },
      decidedBy: hand(merge.decidedBy, merge.decidedAt),
      undoneBy: hand(merge.undoneBy, merge.undoneAt),
      mayDecide: merge.state === 'proposed' && decideSecondPerson(merge.proposedFor, standsFor(actor)).granted,
    };
  }

  async #moves(reader: Reader, { id, state, keptId, mergedId }: MergeRow): Promise<MergeAnswer['moves']> {
    const counted = state === 'proposed' ? await countMoving(reader, keptId, mergedId) : await countMoved(reader, id);
    return MERGE_TABLES.flatMap(({ table, label }) => {
      const rows = counted.find(one => one.table === table)?.rows ?? 0;
      return rows === 0 ? [] : [{ table, label, rows }];
    });
  }
}

const fileOf = ({ id, values, villageId, townshipId, state, version }: FileRow, areas: ReadonlyMap<Id, string>): MergeAnswer['kept'] => ({
  patientId: id,
  name: String(values.name ?? ''),
  villageName: areas.get(villageId) ?? '',
  townshipName: areas.get(townshipId) ?? '',
  state,
  version,
});

function differences({ take }: MergeRow, kept: FileValues, merged: FileValues): MergeAnswer['differences'] {
  const after = unitedValues(kept, merged, take);
  return differingKeys(kept, merged).map(field => ({
    field,
    kept: valueInWords(field, kept[field]),
    merged: valueInWords(field, merged[field]),
    taken: differingKeys(after, kept).includes(field),
  }));
}
