import type { DepartmentRow } from '@guanhu/shared/exchange/department-list.rules';
import { matchRow, type KnownPerson, type RowMatch } from '@guanhu/shared/exchange/match.rules';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Reader } from '../platform/database/database.ts';
import { findByName, findByNumber } from './row.store.ts';

/** Whose files the rows of a list mean: two statements for any number of rows. */
@Injectable()
export class MatchPeople {
  readonly #vaults: Vaults;

  constructor(vaults: Vaults) {
    this.#vaults = vaults;
  }

  async run(reader: Reader, townshipId: Id, rows: readonly DepartmentRow[]): Promise<RowMatch[]> {
    const vault = await this.#vaults.of(reader.countyId);
    const key = (digest: Buffer) => digest.toString('base64');
    const read = rows.filter(row => row.refused === null);
    const name = new Map(read.map(row => [row.name, vault.digest('patient-name', row.name)]));
    const numbers = new Map(read.flatMap(row => (row.idNumber === null ? [] : [[row.idNumber, vault.digest('id-number', row.idNumber)]])));
    const byNumber = new Map((await findByNumber(reader, townshipId, [...numbers.values()])).map(one => [key(one.number), one]));
    const unknown = read.filter(row => row.idNumber === null || !byNumber.has(key(numbers.get(row.idNumber) ?? Buffer.alloc(0))));
    const namesakes = new Map<string, KnownPerson[]>();
    const wanted = [...new Set(unknown.map(row => row.name))].flatMap(each => name.get(each) ?? []);
    for (const { id, name: digest, born } of await findByName(reader, townshipId, wanted)) {
      const found = namesakes.get(key(digest)) ?? [];
      namesakes.set(key(digest), [...found, { patientId: id, sameName: true, born }]);
    }
    return rows.map(row => {
      const digest = name.get(row.name);
      const number = row.idNumber === null ? undefined : numbers.get(row.idNumber);
      const owner = number && byNumber.get(key(number));
      const known = owner ? { patientId: owner.id, sameName: digest?.equals(owner.name) === true, born: owner.born } : null;
      return matchRow(row, known, digest ? (namesakes.get(key(digest)) ?? []) : []);
    });
  }
}
