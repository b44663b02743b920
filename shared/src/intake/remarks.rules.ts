import { SEATS } from '../care-team/seats.terms.ts';
import { STAFF_SEATS, type Described } from './described-patient.rules.ts';
import type { ImportRow, NameCell, RowKey } from './import.terms.ts';
import type { Inquiry } from './inquiry.rules.ts';
import { differsByOne } from './village-name.rules.ts';
import type { WhoIsWho } from './who-is-who.rules.ts';

/** Names shorter than this differ by one character too often to be worth a remark. */
const SHORTEST_ALIKE = 3;

class Heap {
  readonly #items = new Map<string, { readonly different: Set<string>; readonly rows: Set<RowKey> }>();
  add(about: string, different: string, rows: readonly RowKey[]): void {
    const item = this.#items.get(about) ?? { different: new Set<string>(), rows: new Set<RowKey>() };
    item.different.add(different);
    for (const row of rows) item.rows.add(row);
    this.#items.set(about, item);
  }
  /** Calls for everything that was met in more than one way. */
  eachVaried(then: (about: string, rows: readonly RowKey[]) => void): void {
    for (const [about, item] of this.#items) if (item.different.size > 1) then(about, [...item.rows]);
  }
}

const nameCells = (row: ImportRow): readonly NameCell[] =>
  row.part === 'list' ? [row.patient, ...SEATS.map(seat => row.seats[seat])] : [row.patient, row.guardian];

/** What a person should see though nothing waits for it: one person in several places, one name in several spellings. */
export function remark(described: readonly Described[], who: WhoIsWho, inquiry: Inquiry): void {
  const [spellings, wards, posts, villages] = [new Heap(), new Heap(), new Heap(), new Heap()];
  const names = new Map<string, Map<string, RowKey[]>>();
  for (const one of described) {
    const { subject } = one;
    for (const row of subject.rows) {
      for (const { reading, written } of nameCells(row)) {
        const [name] = reading.kind === 'people' && reading.names.length === 1 ? reading.names : [];
        if (name !== undefined) spellings.add(name, written, [row.key]);
      }
      if (row.village.value !== null) villages.add(subject.areaKey, row.village.value, [row.key]);
    }
    for (const { name } of one.guardians ?? []) {
      const key = who.guardian(one, name);
      if (key !== null) wards.add(key, subject.key, subject.rowKeys);
    }
    for (const seat of STAFF_SEATS) {
      for (const name of one.seats[seat] ?? []) {
        const key = who.staff(subject.areaKey, seat, name);
        if (key !== null) posts.add(key, seat, subject.rowKeys);
        const inSeat = names.get(`${subject.areaKey}/${seat}`) ?? new Map<string, RowKey[]>();
        inSeat.set(name, [...(inSeat.get(name) ?? []), ...subject.rowKeys]);
        names.set(`${subject.areaKey}/${seat}`, inSeat);
      }
    }
  }
  spellings.eachVaried((about, rows) => inquiry.tell('spelling', about, rows));
  wards.eachVaried((about, rows) => inquiry.tell('guardianOfSeveral', about, rows));
  posts.eachVaried((about, rows) => inquiry.tell('personInTwoPosts', about, rows));
  villages.eachVaried((about, rows) => inquiry.tell('villageTwoNames', about, rows));
  for (const [seat, byName] of names) {
    const sorted = [...byName].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [at, [name, rows]] of sorted.entries()) {
      for (const [other, otherRows] of sorted.slice(at + 1)) {
        if (Array.from(name).length < SHORTEST_ALIKE || Array.from(other).length < SHORTEST_ALIKE || !differsByOne(name, other)) continue;
        inquiry.tell('namesAlike', `${seat}/${name}/${other}`, [...rows, ...otherRows]);
      }
    }
  }
}
