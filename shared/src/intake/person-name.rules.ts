import { visibleText } from '../kernel/plain-text.ts';

/** What a cell that should hold a person says. `unclear` is for a person to decide; nothing is guessed. */
export type NameReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'people'; readonly names: readonly string[] }
  /** Each way to read it is a list of names. */
  | { readonly kind: 'unclear'; readonly ways: readonly (readonly string[])[] }
  | { readonly kind: 'refused'; readonly fault: NameFault };

export const NAME_FAULTS = {
  NAME_MASKED: '姓名不完整，请写全名',
  NAME_CHARACTERS: '这里应写中文姓名',
  NAME_PRIVATE_CHARACTER: '姓名里有电脑无法识别的生僻字，请改用标准字重新输入',
  NAME_TOO_SHORT: '姓名只有一个字，请写全名',
  NAME_TOO_LONG: '姓名太长，请核对',
} as const;
export type NameFault = keyof typeof NAME_FAULTS;

/** A Han name without a dot is at most 4 characters long in nearly every case; longer ones exist (transliterations) and are confirmed. */
const LONGEST_PLAIN = 4;
const LONGEST = 30;
/** Ways to read one cell that are offered at most; a cell with more is not a name. */
const MOST_WAYS = 6;

/** Surnames of two characters: none of them alone is a full name. */
const COMPOUND_SURNAMES = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 ' +
    '子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 ' +
    '左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师'
  ).split(' '),
);
const BLANK_MARKS = new Set([
  '',
  '/',
  '\\',
  '-',
  '--',
  '---',
  '—',
  '——',
  '–',
  '无',
  '暂无',
  '空',
  '待定',
  '未定',
  '缺',
  '缺位',
  '空缺',
  '无监护人',
  'N/A',
  'n/a',
  '#N/A',
  '*',
]);
const DOTS = /\s*[·•・‧∙⋅･᛫]\s*/gu;
const TYPED_DOT = /(?<=\p{Script=Han})\s*[.．]\s*(?=\p{Script=Han})/gu;
/** Radical forms that come out of scanned or printed files; each has one ordinary character. */
const RADICAL = /[\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu;
const NAME = /^\p{Script=Han}+(?:·\p{Script=Han}+)*$/u;
const PRIVATE = /[\ue000-\uf8ff\ufffd\u{f0000}-\u{10fffd}]/u;
const MASKED = /[*＊○●□■?？_×XxＸｘ某]/u;
const REMARK = /[(（【[［].*?[)）】\]］]/gu;
const SEPARATORS = /[、，,;；/／|｜&＆+＋]/u;

const length = (text: string): number => Array.from(text).length;

/** Makes spellings of one name equal as far as no meaning is touched: invisible characters, dots, radical forms. Spaces stay. */
const tidy = (written: string): string =>
  visibleText(written)
    .replace(RADICAL, character => character.normalize('NFKC'))
    .replace(DOTS, '·')
    .replace(TYPED_DOT, '·')
    .trim();

/** One written form for one name: invisible characters and every space removed, dots made `·`. Use it on what is known to be one name. */
export const canonicalPersonName = (written: string): string => tidy(written).replace(/\s+/gu, '');

function faultOf(name: string): NameFault | null {
  if (PRIVATE.test(name)) return 'NAME_PRIVATE_CHARACTER';
  if (MASKED.test(name) && /\p{Script=Han}/u.test(name)) return 'NAME_MASKED';
  if (!NAME.test(name)) return 'NAME_CHARACTERS';
  if (length(name) < 2) return 'NAME_TOO_SHORT';
  return length(name) > LONGEST ? 'NAME_TOO_LONG' : null;
}

const isPlainFullName = (name: string): boolean => {
  const size = length(name);
  return name.includes('·') ? size >= 3 : size >= 2 && size <= LONGEST_PLAIN;
};

/** Every way to join neighbouring chunks into full names: [王, 五] is one person, [three, three] two, [two, two] either. */
function waysToJoin(chunks: readonly string[]): string[][] {
  if (chunks.length === 0) return [[]];
  const ways: string[][] = [];
  for (let taken = 1; taken <= Math.min(chunks.length, LONGEST_PLAIN); taken += 1) {
    const name = chunks.slice(0, taken).join('');
    const alone = taken === 1 && chunks.length > 1 && COMPOUND_SURNAMES.has(name);
    if (!isPlainFullName(name) || alone) continue;
    for (const rest of waysToJoin(chunks.slice(taken))) {
      ways.push([name, ...rest]);
      if (ways.length > MOST_WAYS) return ways;
    }
  }
  return ways;
}

/** Reads what stands between two clear separators. */
function readPiece(piece: string): NameReading {
  const whole = piece.replace(/\s+/gu, '');
  const fault = faultOf(whole);
  if (fault !== null) return { kind: 'refused', fault };
  const chunks = piece.trim().split(/\s+/u);
  if (chunks.length === 1) {
    // A transliterated name may be long; two names run together look the same, so a person confirms it.
    return isPlainFullName(whole) ? { kind: 'people', names: [whole] } : { kind: 'unclear', ways: [[whole]] };
  }
  const ways = waysToJoin(chunks);
  const [only] = ways;
  if (only === undefined || ways.length > MOST_WAYS) return { kind: 'unclear', ways: [[whole]] };
  return ways.length === 1 ? { kind: 'people', names: only } : { kind: 'unclear', ways };
}

/** A line break separates two people only when each line can be a full name; otherwise the cell was merely too narrow. */
function splitLines(text: string): readonly string[] {
  const lines = text.split('\n').filter(line => line.trim() !== '');
  return lines.every(line => length(line.replace(/\s+/gu, '')) >= 2) ? lines : [lines.join(' ')];
}

const distinct = (names: readonly string[]): string[] => [...new Set(names)];

/** Combines the readings of several pieces; one that cannot be read spoils the cell. */
function together(readings: readonly NameReading[]): NameReading {
  let ways: string[][] = [[]];
  for (const reading of readings) {
    if (reading.kind === 'refused') return reading;
    if (reading.kind === 'none') continue;
    const next = reading.kind === 'people' ? [reading.names] : reading.ways;
    ways = ways.flatMap(before => next.map(names => distinct([...before, ...names])));
    if (ways.length > MOST_WAYS) return { kind: 'refused', fault: 'NAME_CHARACTERS' };
  }
  const certain = readings.every(reading => reading.kind !== 'unclear');
  return certain ? { kind: 'people', names: ways[0] ?? [] } : { kind: 'unclear', ways };
}

/**
 * Reads a cell of the responsibility list that should name one person and may name several.
 * Spaces inside a name are dropped, full-width ones too; `、，,;/|` and line breaks separate people; spaces separate people only when there is
 * no other way to read them; a remark in brackets is dropped but the rest then waits for confirmation.
 */
export function readPersonNames(written: string): NameReading {
  const text = tidy(written);
  if (BLANK_MARKS.has(text.replace(/\s+/gu, ''))) return { kind: 'none' };
  const bare = text.replace(REMARK, ' ').trim();
  if (bare !== text && !MASKED.test(text)) {
    const inner = readPersonNames(bare);
    if (inner.kind === 'people') return { kind: 'unclear', ways: [inner.names] };
    return inner.kind === 'none' ? { kind: 'refused', fault: 'NAME_CHARACTERS' } : inner;
  }
  const pieces = splitLines(text)
    .flatMap(line => line.split(SEPARATORS))
    .filter(piece => piece.trim() !== '');
  return pieces.length === 0 ? { kind: 'none' } : together(pieces.map(readPiece));
}
