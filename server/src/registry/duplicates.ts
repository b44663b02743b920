import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { PartialDate } from '@guanhu/shared/kernel/partial-date';
import { LIKENESSES, likenessOf, type Likeness } from '@guanhu/shared/registry/duplicate.rules';
import type { IdDocument } from '@guanhu/shared/registry/id-document.rules';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Reader } from '../platform/database/database.ts';
import { soundsLike } from '../platform/name-search.ts';
import { readFiles, readNamed, type FileRow } from './file.store.ts';
import { Files } from './files.ts';

/** Names are sealed, so a search opens those of the reader's own scope, never more than this. */
const MOST_NAMES = 10_000;
/** More than a person would look through. */
const MOST_SHOWN = 20;

export type Person = { readonly name: string; readonly document: IdDocument | null; readonly born: PartialDate | null };
export type Found = {
  readonly rows: readonly { readonly file: FileRow; readonly likeness: Likeness }[];
  /** The file that has the document, when it is out of the reader's sight. */
  readonly elsewhere: Id | null;
};

/** Finds the files that may be of a person, within what the reader may see. */
@Injectable()
export class FindSamePerson {
  readonly #access: Access;
  readonly #files: Files;
  readonly #vaults: Vaults;

  constructor(access: Access, files: Files, vaults: Vaults) {
    this.#access = access;
    this.#files = files;
    this.#vaults = vaults;
  }

  async run(reader: Reader, actor: Actor, { name, document, born }: Person): Promise<Found> {
    const { areas } = this.#access.scope(actor, 'patient:read');
    const vault = await this.#vaults.of(reader.countyId);
    const number = document?.number ?? null;
    const holder = document === null || number === null ? undefined : await this.#files.holder(reader, document.type, number);
    const named = await readNamed(reader, vault, areas, MOST_NAMES);
    const alike = soundsLike(name);
    const likenesses = named.flatMap(({ id, name: other, born: otherBorn }) => {
      const likeness = likenessOf({
        sameDocument: id === holder?.id,
        sameName: other === name,
        similarSound: alike(other),
        born,
        otherBorn: otherBorn as PartialDate | null,
      });
      return likeness === null ? [] : [{ id, likeness }];
    });
    const order = Object.keys(LIKENESSES) as Likeness[];
    const shown = likenesses.sort((a, b) => order.indexOf(a.likeness) - order.indexOf(b.likeness)).slice(0, MOST_SHOWN);
    const files = new Map(
      (
        await readFiles(
          reader,
          vault,
          shown.map(one => one.id),
        )
      ).map(file => [file.id, file]),
    );
    return {
      rows: shown.flatMap(({ id, likeness }) => {
        const file = files.get(id);
        return file === undefined ? [] : [{ file, likeness }];
      }),
      elsewhere: holder !== undefined && !holder.path.some(area => areas.includes(area)) ? holder.id : null,
    };
  }
}
