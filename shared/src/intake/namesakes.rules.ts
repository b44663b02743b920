import { SEAT_LABELS, type StaffSeat } from '../care-team/seats.terms.ts';
import type { Described } from './described-patient.rules.ts';
import type { FactIndex } from './fact-index.rules.ts';
import type { Option, PersonFact, RowKey } from './import.terms.ts';

/** A name in a post of one patient's team. */
export type Mention = { readonly described: Described; readonly areaKey: string; readonly seat: StaffSeat; readonly name: string };
export const NEW: Option = { value: 'new', label: '另一个人' };
export const SAME: Option = { value: 'same', label: '是同一个人' };
export const DIFFERENT: Option = { value: 'different', label: '不是同一个人' };
export const rowsOf = (mentions: readonly { readonly described: Described }[]): RowKey[] =>
  mentions.flatMap(one => one.described.subject.rowKeys);

/** Items by key, the keys in order. */
export function group<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const known = groups.get(keyOf(item));
    if (known === undefined) groups.set(keyOf(item), [item]);
    else known.push(item);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** "竹坪村网格员": how a person of the roster is told from a namesake. */
const servesWords = (person: PersonFact, facts: FactIndex): string =>
  person.serves.map(one => `${facts.area(one.areaKey)?.name ?? ''}${SEAT_LABELS[one.seat]}`).join('、');
export const optionsOf = (persons: readonly PersonFact[], facts: FactIndex): Option[] =>
  persons.map(person => ({
    value: person.key,
    label: servesWords(person, facts) === '' ? person.name : `${person.name}（${servesWords(person, facts)}）`,
  }));
