import { compactText } from '../kernel/plain-text.ts';
import type { KnownArea } from './import.terms.ts';

/** What a village cell says. Several areas: two townships have a village of this name. */
export type VillageReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'known'; readonly areaKey: string; readonly by: 'name' | 'alias' }
  | { readonly kind: 'several'; readonly areaKeys: readonly string[] }
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] };

const SUFFIX = /(?:社区居民委员会|社区居委会|村民委员会|居民委员会|村委会|居委会|行政村|自然村|社区|村|居)$/u;
const GROUP = /(?:第?[0-9一二三四五六七八九十]{1,3}(?:村民)?(?:小组|组|队|社))$/u;
const REMARK = /[([【].*?[)\]】]/gu;
const ABOVE = /^.*?(?:县|区|市|旗)(?=.*(?:镇|乡|街道))|^.{1,6}?(?:镇|乡|街道)(?=.{2,})/u;
const MOST_SUGGESTIONS = 3;

/** One written form for one village name: no spaces, half-width. Two villages are the same only when these are equal or a person said so. */
export const canonicalVillageName = (written: string): string => compactText(written);

/** What is left of a name without what stands around it: 柏溪镇竹坪村村委会（三组） → 竹坪. For suggestions only. */
export function villageStem(written: string): string {
  let stem = canonicalVillageName(written).replace(REMARK, '');
  for (let before = ''; before !== stem;) {
    before = stem;
    const shorter = stem.replace(ABOVE, '').replace(GROUP, '').replace(SUFFIX, '');
    if (Array.from(shorter).length >= 2) stem = shorter;
  }
  return stem;
}

/** Whether one character was replaced, left out or added. */
export function differsByOne(left: string, right: string): boolean {
  const [a, b] = [Array.from(left), Array.from(right)];
  if (Math.abs(a.length - b.length) > 1 || left === right) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return Math.max(a.length, b.length) - start - end <= 1;
}

/** How near a known name is: 3 the same stem, 2 one contains the other, 1 one character differs, 0 unlike. */
function nearness(stem: string, known: string): number {
  const other = villageStem(known);
  if (stem === other) return 3;
  if (stem.length >= 2 && other.length >= 2 && (stem.includes(other) || other.includes(stem))) return 2;
  return Math.min(Array.from(stem).length, Array.from(other).length) >= 2 && differsByOne(stem, other) ? 1 : 0;
}

/** Known areas that `written` may mean, the nearest first; a person chooses. */
export function suggestVillages(written: string, areas: readonly KnownArea[]): readonly string[] {
  const stem = villageStem(written);
  return areas
    .map(area => ({ key: area.key, near: Math.max(...[area.name, ...area.aliases].map(name => nearness(stem, name))) }))
    .filter(one => one.near > 0)
    .sort((a, b) => b.near - a.near || (a.key < b.key ? -1 : 1))
    .slice(0, MOST_SUGGESTIONS)
    .map(one => one.key);
}

/** Matches a village or community by its name or an alias that a person confirmed; never by likeness. */
export function readVillage(written: string, areas: readonly KnownArea[]): VillageReading {
  const name = canonicalVillageName(written);
  if (name === '' || /^[-—–/\\]+$/.test(name)) return { kind: 'none' };
  const named = areas.filter(area => canonicalVillageName(area.name) === name);
  const aliased = areas.filter(area => area.aliases.some(alias => canonicalVillageName(alias) === name));
  const keys = [...new Set([...named, ...aliased].map(area => area.key))].sort();
  const [first] = keys;
  if (first === undefined) return { kind: 'unknown', suggestions: suggestVillages(written, areas) };
  if (keys.length > 1) return { kind: 'several', areaKeys: keys };
  return { kind: 'known', areaKey: first, by: named.length > 0 ? 'name' : 'alias' };
}
