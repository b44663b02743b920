import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import { likenessOf } from '@guanhu/shared/registry/duplicate.rules';
import { weightOf } from '@guanhu/shared/screening/clue.rules';
import type { AlikeAnswer } from '@guanhu/shared/screening/clue.contract';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { soundsLike } from '../platform/name-search.ts';
import { FindDuplicates } from '../registry/registry.public.ts';
import { readOthers, type ClueRow } from './clue.store.ts';
import { Clues, documentKey } from './clues.ts';

/** Names are sealed, so a search opens those of the reader's own area, never more than this. */
const MOST_CLUES = 5_000;

/** Who may be the same person as a clue's: those who have a file, and those of other clues. */
@Injectable()
export class FindAlike {
  readonly #database: Database;
  readonly #access: Access;
  readonly #clues: Clues;
  readonly #files: FindDuplicates;
  readonly #vaults: Vaults;

  constructor(database: Database, access: Access, clues: Clues, files: FindDuplicates, vaults: Vaults) {
    this.#database = database;
    this.#access = access;
    this.#clues = clues;
    this.#files = files;
    this.#vaults = vaults;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, CLUE_NOT_DESCRIBED */
  run(actor: Actor, clueId: Id): Promise<AlikeAnswer> {
    return this.#database.county(actor.countyId).inTransaction(async tx => {
      const clue = await this.#clues.find(tx, actor, 'clue:check', clueId);
      await this.#clues.note(tx, actor, 'screening:clue-compared', clueId);
      return this.of(tx, actor, clue);
    });
  }

  /** @throws Refusal CLUE_NOT_DESCRIBED */
  async of(tx: Tx, actor: Actor, clue: ClueRow): Promise<AlikeAnswer> {
    const person = this.#clues.described(clue.told?.person);
    const { rows: files, elsewhere } = await this.#files.among(tx, actor, person);
    const others = await readOthers(tx, await this.#vaults.of(tx.countyId), {
      except: clue.id,
      areas: this.#access.scope(actor, 'clue:check').areas,
      document: documentKey(person),
      most: MOST_CLUES,
    });
    const soundsAlike = soundsLike(person.name);
    const clues = others.flatMap(({ id, areaName, state, told, sameDocument }) => {
      if (!told?.person) return [];
      const { name, born } = told.person;
      const likeness = likenessOf({
        sameDocument,
        sameName: name === person.name,
        similarSound: soundsAlike(name),
        born: person.born,
        otherBorn: born ?? null,
      });
      const weight = likeness && weightOf(state, likeness);
      return weight === null ? [] : [{ clueId: id, name, areaName, state, likeness: weight }];
    });
    return { files, elsewhere, clues };
  }
}
